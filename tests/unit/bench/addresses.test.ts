import { describe, expect, it } from 'vitest';
import { parseDirectoryFilter } from '@/lib/directory/parse-filter';
import { addressBook, COLD_JOBS, COLD_RUNS, type ColdJob, JOBS } from '@/tests/bench/load/jobs';
import type { Vocabulary } from '@/tests/bench/load/vocabulary';

const commune = { code: '80021', name: 'Amiens', longitude: 2.29, latitude: 49.89 };
const vocabulary: Vocabulary = {
  regions: ['bretagne', 'hauts-de-france', 'ile-de-france', 'occitanie'],
  departments: ['02', '2A', '59', '80', '974'],
  waves: ['vague-1', 'vague-5', 'vague-9'],
  communes: [commune, { code: '29019', longitude: -4.49, latitude: 48.39 }],
  words: ['machinerie', 'condition', 'publique', 'etincelle', 'boussole'],
  firstSlug: 'la-machinerie-amiens',
  slugs: Array.from({ length: 600 }, (_, number) => `fabrique-${number}`),
};
/** The bench draws thousands more: of so few words and places, most of its draws would be repeats. */
const READY = 60;
const book = addressBook(vocabulary, READY);
const take = (job: ColdJob, run: (typeof COLD_RUNS)[number], count: number, from = book) => {
  const { next, limit } = from.cold(job, run);
  return Array.from({ length: Math.min(count, limit ?? count) }, next);
};
const keyOf = (address: string | null) => address?.replace(/[?&](page|tri)=[^&]*/g, '') ?? '';

describe('cold addresses', () => {
  it('are the same for every server, however many stand ready and whatever was asked before', () => {
    const other = addressBook(vocabulary, 0);
    for (const job of COLD_JOBS.toReversed()) take(job, 'many connections', 150, other);
    for (const job of COLD_JOBS) {
      const asked = take(job, 'one connection', 80);
      expect(take(job, 'one connection', 80)).toEqual(asked);
      expect(take(job, 'one connection', 80, other)).toEqual(asked);
    }
  });

  it('are never asked twice in the life of a server', () => {
    for (const job of COLD_JOBS) {
      const all = COLD_RUNS.flatMap((run) => take(job, run, 30)).map(keyOf);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('share no filter between lists, counts and maps', () => {
    const filters = (['page-annuaire', 'liste', 'facettes', 'carte-france'] as const).map(
      (job) =>
        new Set(take(job, 'one connection', 50).map((address) => keyOf(address).replace(/^.*zoom=5&|^.*\?/, ''))),
    );
    const together = filters.flatMap((own) => [...own]);
    expect(new Set(together).size).toBe(together.length);
  });

  it('are filters that the site understands whole', () => {
    const known = {
      regionSlugs: new Set(vocabulary.regions),
      departmentCodes: new Set(vocabulary.departments),
      waveIds: new Set(vocabulary.waves),
      near: commune,
    };
    for (const address of [...take('liste', 'one connection', 200), ...take('recherche', 'one connection', 40)]) {
      const query = new URLSearchParams(address?.slice(address.indexOf('?')) ?? '');
      expect(parseDirectoryFilter(query, known)).toMatchObject({ ignored: [] });
    }
  });

  it('end with the records', () => {
    const { next, limit } = book.cold('fiche', 'one connection');
    expect(limit).toBeNull();
    expect(Array.from({ length: 101 }, next).indexOf(null)).toBe(100);
  });

  it('are all the records of a small directory, in every run', () => {
    const small = addressBook({ ...vocabulary, slugs: vocabulary.slugs.slice(0, 60) }, READY);
    for (const run of COLD_RUNS) {
      expect(small.cold('fiche', run).limit).toBe(60);
      expect(new Set(take('fiche', run, 60, small)).size).toBe(60);
    }
  });
});

describe('warm addresses', () => {
  it('are one for each job', () => {
    expect(new Set(JOBS.map((job) => book.warm(job))).size).toBe(JOBS.length);
  });
});
