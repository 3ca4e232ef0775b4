import type { ClientBase } from 'pg';
import { plainWords } from '@/lib/text/plain-words';
import { seededRandom } from '../directory/seeded-random';
import { syntheticId } from '../directory/synthetic-structures';

export type BenchCommune = { code: string; longitude: number; latitude: number };

/** What addresses are made of, drawn from the directory that they will be asked of. */
export type Vocabulary = {
  regions: string[];
  departments: string[];
  waves: string[];
  /** In the order of their population. */
  communes: BenchCommune[];
  /** Words of the names of structures, each once. */
  words: string[];
  /** Of the structure that directories of every size begin with, and of others. */
  firstSlug: string;
  slugs: string[];
};

/** Records enough for runs of three seconds each. */
const SAMPLE = 40_000;
const SHORTEST_WORD = 5;
const SEED = 4;

async function column(client: ClientBase, query: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await client.query<{ value: string }>(query, values);
  return rows.map(({ value }) => value);
}

function sampleIds(count: number): string[] {
  const random = seededRandom(SEED);
  const numbers = new Set<number>();
  while (numbers.size < Math.min(count - 1, SAMPLE)) numbers.add(2 + random.below(count - 1));
  return [...numbers].map(syntheticId);
}

/** The same for the same directory of `count` structures. */
export async function readVocabulary(client: ClientBase, count: number): Promise<Vocabulary> {
  const ids = sampleIds(count);
  const names = await column(client, 'SELECT name AS value FROM structure WHERE id = ANY ($1) ORDER BY id', [ids]);
  const { rows: communes } = await client.query<BenchCommune>(
    `SELECT c.code, c.longitude, c.latitude FROM commune c JOIN region r ON r.code = c.region_code
     WHERE r.is_ranked AND c.longitude IS NOT NULL ORDER BY c.population DESC NULLS LAST, c.code`,
  );
  const words = names.flatMap((name) => plainWords(name).split(' ')).filter((word) => word.length >= SHORTEST_WORD);
  return {
    regions: await column(client, 'SELECT slug AS value FROM region WHERE is_ranked ORDER BY code'),
    departments: await column(
      client,
      'SELECT d.code AS value FROM department d JOIN region r ON r.code = d.region_code WHERE r.is_ranked ORDER BY 1',
    ),
    waves: await column(client, 'SELECT id AS value FROM wave ORDER BY rank'),
    communes,
    words: [...new Set(words)],
    firstSlug: (await column(client, 'SELECT slug AS value FROM structure WHERE id = $1', [syntheticId(1)]))[0] ?? '',
    slugs: await column(client, 'SELECT slug AS value FROM structure WHERE id = ANY ($1) ORDER BY md5(id)', [ids]),
  };
}
