import { beforeAll, describe, expect, it } from 'vitest';
import { emptyDirectoryCache } from '@/lib/cache';
import { getPool } from '@/lib/database/db';
import { listStructures } from '@/lib/directory/list';
import { readDirectoryFilter } from '@/lib/directory/read-filter';
import { suggestCommunes } from '@/lib/geography/commune-search';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

async function search(q: string, rest = '') {
  const { filter } = await readDirectoryFilter(new URLSearchParams(`${rest}&q=${encodeURIComponent(q)}`));
  const { items, total, reading } = await listStructures(filter);
  return { names: items.map(({ name }) => name), total, kind: reading?.kind, words: reading?.words };
}

describe('search', () => {
  it.each([
    ['condicion publik', 'La Condition Publique'],
    ['machinrie', 'La machinerie'],
  ])('finds a misspelt name by likeness and says so: %s', async (q, name) => {
    const found = await search(q);
    expect(found.kind).toBe('close');
    expect(found.names).toContain(name);
  });

  it.each([
    ['LA CONDITION PUBLIQUE', 'La Condition Publique'],
    ['ecosysteme innovation', "La station, écosystème d'innovation et d'entrepreneuriat"],
  ])('forgives accents and case: %s', async (q, name) => {
    const found = await search(q);
    expect(found.kind).toBe('exact');
    expect(found.names).toContain(name);
  });

  it.each([
    ['amien', 'La machinerie', ['amiens']],
    ['conditions publiques', 'La Condition Publique', ['condition', 'publique']],
    ['fabriques numeriques vichyco', 'Fabrique Numérique VICHYCO', ['fabrique', 'numeriques', 'vichyco']],
  ])('finds other forms of the words and says which: %s', async (q, name, words) => {
    const found = await search(q);
    expect(found).toMatchObject({ kind: 'forms', words });
    expect(found.names).toContain(name);
  });

  it('tells words that no structure holds together from words that nothing resembles', async () => {
    const words = ['roubaix', 'machinerie'];
    expect(await search('roubaix machinerie')).toMatchObject({ total: 0, kind: 'apart', words });
    expect(await search('zzzzzz')).toMatchObject({ total: 0, kind: 'none' });
  });

  it('lets words be spread over name, commune, département and région, and every word counts', async () => {
    expect((await search('machinerie amiens')).names).toEqual(['La machinerie']);
    expect((await search('condition nord hauts-de-france')).names).toEqual(['La Condition Publique']);
    expect((await search('condition amiens')).total).toBe(0);
  });

  describe('beside drafts and archived structures', () => {
    beforeAll(async () => {
      await getPool().query(`
        INSERT INTO structure (slug, name, commune_code, published_at, archived_at) VALUES
          ('brouillon', 'Les machineries zorbaliques', '59512', NULL, NULL),
          ('archive', 'Les conditions du zorbal', '59512', now(), now())`);
      emptyDirectoryCache();
    });

    it.each([
      ['machineries', 'forms', ['machinerie']],
      ['conditions', 'forms', ['condition']],
      ['machinerié', 'exact', ['machinerie']],
      ['machinneries', 'close', ['machinerie']],
      ['zorbaliques', 'none', ['zorbaliques']],
      ['machinerie zorbal', 'none', ['machinerie', 'zorbal']],
    ])('tells no form of a word that only they have: %s', async (q, kind, words) => {
      expect(await search(q)).toMatchObject({ kind, words });
    });

    it('says that a word is written so from its publication on', async () => {
      await getPool().query(`UPDATE structure SET published_at = now() WHERE slug = 'brouillon'`);
      emptyDirectoryCache();
      expect(await search('machineries')).toMatchObject({ kind: 'exact', words: ['machineries'] });
    });
  });

  it('decides between exact and close before any other filter', async () => {
    expect((await search('condicion publik', 'region=bretagne')).kind).toBe('close');
    const elsewhere = await search('condition publique', 'region=bretagne');
    expect(elsewhere).toMatchObject({ total: 0, kind: 'exact' });
  });
});

describe('the communes a reader can name', () => {
  it.each([
    ['75011', '75056'],
    ['75111', '75056'],
    ['69003', '69123'],
    ['69383', '69123'],
    ['13001', '13055'],
    ['13201', '13055'],
    ['lyon', '69123'],
    ['St Etienne', '42218'],
    ['roubais', '59512'],
    ['59100', '59512'],
    ['2a004', '2A004'],
    ['Paris 11e arrondissement', '75056'],
    ['Lyon 3ème arr.', '69123'],
  ])('takes %s for the commune %s', async (typed, code) => {
    expect((await suggestCommunes(typed))[0]?.code).toBe(code);
  });

  it.each(['', ' ', '%', '_', '😀', '\u0000', '\ud800', 'x'.repeat(10_000), '00000', '((('])(
    'answers without failing to %j',
    async (typed) => {
      expect(Array.isArray(await suggestCommunes(typed))).toBe(true);
    },
  );
});
