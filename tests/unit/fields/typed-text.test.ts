import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { additionForm, awardForm } from '@/lib/awards/schema';
import { typedStructure } from '@/lib/structures/schema';
import { personName } from '@/lib/users/schema';
import { newWaveForm } from '@/lib/waves/schema';

const KEY = { structureId: 'fabt-064', waveId: 'vague-1' };
const STRUCTURE = { name: 'La Halle', commune: 'Roubaix' };
const WAVE = { id: 'vague-11', rank: '11', label: 'Vague 11', shortLabel: 'Vague 11', announcedOnPrecision: 'day' };
const AWARD = { ...KEY, version: '1', label: 'unknown' };

const PAGES: Readonly<Record<string, (text: string) => unknown>> = {
  'site of a structure': (text) => typedStructure.safeParse({ ...STRUCTURE, website: text }).data?.website,
  'source of a structure': (text) =>
    typedStructure.safeParse({ ...STRUCTURE, 'sourceUrl-0': text }).data?.sources[0]?.url,
  'source of an addition': (text) =>
    additionForm.safeParse({ ...KEY, label: 'unknown', sourceUrl: text }).data?.sourceUrl,
  'source of an award': (text) => awardForm.safeParse({ ...AWARD, sourceUrl: text }).data?.sourceUrl,
  'source of an instalment': (text) =>
    awardForm.safeParse({
      ...AWARD,
      'v0-purpose': 'seed',
      'v0-yearOfAid': '1',
      'v0-amountEuros': '50 000',
      'v0-status': 'planned',
      'v0-sourceUrl': text,
    }).data?.instalments[0]?.sourceUrl,
  'source of a wave': (text) => newWaveForm.safeParse({ ...WAVE, sourceUrl: text }).data?.sourceUrl,
};

const LINES: Readonly<Record<string, (text: string) => unknown>> = {
  'name of a person': (text) => personName.safeParse(text).data,
  'name of a structure': (text) => typedStructure.safeParse({ ...STRUCTURE, name: text }).data?.name,
  'district of a structure': (text) =>
    typedStructure.safeParse({ ...STRUCTURE, territory: 'qpv', territoryBasis: 'source', qpvName: text }).data?.qpvName,
  'reference of an award': (text) =>
    awardForm.safeParse({ ...AWARD, conventionReference: text }).data?.conventionReference,
  'name of a wave': (text) => newWaveForm.safeParse({ ...WAVE, label: text }).data?.label,
  'period of a wave': (text) => newWaveForm.safeParse({ ...WAVE, announcedPeriod: text }).data?.announcedPeriod,
};

const judged = (forms: typeof PAGES, text: string) =>
  Object.fromEntries(Object.entries(forms).map(([name, judge]) => [name, judge(text)]));

const addresses = fc
  .tuple(
    fc.constantFrom('https:', 'Https:', 'HTTP:', 'http:', 'ftp:', 'javascript:', ''),
    fc.oneof(
      fc.webUrl().map((url) => url.replace(/^https?:/, '')),
      fc.constantFrom('//localhost/x', '//10.0.0.1/', '//exemple.fr/<b>', '//exemple.fr/a b', '//u:p@exemple.fr/'),
    ),
    fc.constantFrom('', ' ', '\u200B', '\\', '#ancre', '?a=1'),
  )
  .map((parts) => parts.join(''));

describe('the address of a page', () => {
  it('is the same, or none, in every form that asks for one, and what it is stored as', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const [first, ...others] = Object.values(judged(PAGES, address));
        for (const other of others) expect(other).toBe(first);
        // As the database checks it.
        expect(String(first ?? 'https://')).toMatch(/^https?:\/\//);
      }),
    );
  });

  it.each(['Https://exemple.fr/b', 'https://exemple.fr/<b>'])('%s is taken by all of them', (address) => {
    for (const [form, read] of Object.entries(judged(PAGES, address)))
      expect([form, read]).toEqual([form, address.replace('Https', 'https')]);
  });
});

describe('a mark that is not seen', () => {
  it.each(['\u0000', '\u061C', '\u200B', '\u200F', '\u202E', '\u2060', '\u2066', '\uFEFF'])(
    'is refused wherever a line or a page is typed: %j',
    (mark) => {
      expect(Object.values(judged(LINES, `La${mark}Halle`)).filter(Boolean)).toEqual([]);
      expect(Object.values(judged(PAGES, `https://exemple.fr/a${mark}b`)).filter(Boolean)).toEqual([]);
    },
  );

  it('is none of what is written in other alphabets', () => {
    const name = 'מרים Ω‑Łukasz';
    for (const [form, read] of Object.entries(judged(LINES, name))) expect([form, read]).toEqual([form, name]);
  });
});
