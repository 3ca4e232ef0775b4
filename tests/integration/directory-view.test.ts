import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTypedCommune } from '@/app/(public)/fabriques/commune-question';
import { readView } from '@/app/(public)/fabriques/read-view';
import type { RawSearchParams } from '@/lib/directory/parse-filter';
import { readDirectoryFilter } from '@/lib/directory/read-filter';
import { nastyParameters } from '../support/nasty';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

async function view(raw: RawSearchParams) {
  const { filter: asked, ignored } = await readDirectoryFilter(raw);
  const { filter, question } = await readTypedCommune(raw, asked);
  return readView({ filter, ignored, question });
}

async function typed(raw: RawSearchParams) {
  const { filter } = await readDirectoryFilter(raw);
  return readTypedCommune(raw, filter);
}

describe('the directory page', () => {
  it('offers the départements of the chosen régions, and none without a région', async () => {
    expect((await view({})).facets.departement).toEqual([]);
    const { facets } = await view({ region: 'hauts-de-france' });
    expect(facets.departement.map(({ value }) => value)).toEqual(['02', '59', '60', '62', '80']);
  });

  it('puts the chosen régions first, then those that have most', async () => {
    const { facets } = await view({ region: ['mayotte', 'corse'] });
    const values = facets.region.map(({ value }) => value);
    expect(new Set(values.slice(0, 2))).toEqual(new Set(['mayotte', 'corse']));
    expect(values[2]).toBe('auvergne-rhone-alpes');
    expect(values.length).toBe(19);
  });

  it('shows the last page when the one asked lies beyond the end', async () => {
    const { filter, pages, rows } = await view({ page: '999' });
    expect([filter.page, pages, rows.length]).toEqual([20, 20, 2]);
  });

  it('offers to take out each value of an empty set, with what that would give', async () => {
    const { total, loosenings, unknowns } = await view({ region: 'mayotte', vague: 'vague-8' });
    expect(total).toBe(0);
    expect(loosenings).toEqual([
      { label: 'Mayotte', query: 'vague=vague-8', count: 19 },
      { label: 'Vague 8', query: 'region=mayotte', count: expect.any(Number) },
    ]);
    expect(unknowns).toEqual([]);
  });

  it('says which structures might belong to an empty set, because nobody published what is asked', async () => {
    const { total, unknowns } = await view({ departement: '59', label: 'fabrique-numerique', vague: 'vague-1' });
    expect(total).toBe(0);
    expect(unknowns).toEqual([
      { label: 'label', query: 'departement=59&label=non-precise&vague=vague-1', count: expect.any(Number) },
    ]);
  });

  it('says how a misspelt search was read, and what has no position', async () => {
    expect((await view({ q: 'machinrie' })).reading).toEqual({ kind: 'close', words: ['machinerie'] });
    expect((await view({ q: 'machinerie' })).reading).toBeNull();
    expect((await view({ 'pres-de': '59350' })).leftOut).toBe(1);
    expect((await view({})).leftOut).toBe(0);
  });

  it('names what it ignored without repeating it', async () => {
    const { ignored } = await view({ region: '<b>', page: 'x' });
    expect(ignored).toEqual(['la région (région inconnue)', 'le numéro de page (un nombre entier à partir de 1)']);
  });
});

describe('a place typed as text', () => {
  it.each([
    ['Lille', '/fabriques?pres-de=59350'],
    ['lille (59)', '/fabriques?pres-de=59350'],
    ['59100', '/fabriques?pres-de=59512'],
    ['75011', '/fabriques?pres-de=75056'],
    ['Marseille 3e', '/fabriques?pres-de=13055'],
  ])('leads %s to the one commune it means', async (lieu, address) => {
    expect((await typed({ lieu })).redirectTo).toBe(address);
  });

  it('keeps the other filters and the radius on the way', async () => {
    const { redirectTo } = await typed({ lieu: 'Roubaix', rayon: '50', territoire: 'qpv', page: '3' });
    expect(redirectTo).toBe('/fabriques?pres-de=59512&rayon=50&territoire=qpv');
  });

  it('asks which one when several answer, and says so when none does', async () => {
    const several = await typed({ lieu: 'saint-denis' });
    expect(several.redirectTo).toBeUndefined();
    expect(several.question?.communes.map(({ code }) => code)).toEqual(expect.arrayContaining(['93066', '97411']));
    expect((await typed({ lieu: 'xyzxyz' })).question).toEqual({ typed: 'xyzxyz', radiusKm: 30, communes: [] });
  });

  it('leaves the chosen commune when its name is sent back, and the place when the field was emptied', async () => {
    const kept = await typed({ lieu: 'Lille (59)', 'pres-de': '59350' });
    expect(kept.filter.near?.code).toBe('59350');
    expect((await typed({ lieu: '', 'pres-de': '59350' })).filter.near).toBeNull();
  });
});

it('has something to show for any query string', async () => {
  await fc.assert(
    fc.asyncProperty(nastyParameters, async (asked) => {
      const { heading, total, rows, pages, filter } = await view(asked);
      expect(heading).toMatch(/^[\d\u202F]+ fabriques?\b/);
      expect(filter.page).toBeLessThanOrEqual(pages);
      expect(rows.length > 0).toBe(total > 0);
    }),
    { numRuns: 400 },
  );
});
