import type { ClientBase } from 'pg';
import { plainWords } from '@/lib/text/plain-words';
import { seededRandom } from '../directory/seeded-random';
import { syntheticId } from '../directory/synthetic-structures';

export type BenchCommune = { code: string; longitude: number; latitude: number };

export type Vocabulary = {
  regions: string[];
  departments: string[];
  waves: string[];
  /** In the order of their population. */
  communes: BenchCommune[];
  words: string[];
  firstSlug: string;
  slugs: string[];
};

/** Records enough for runs of three seconds each. */
const SAMPLE = 40_000;
const SHORTEST_WORD = 5;
const SEED = 4;

const QUERY = `
  SELECT ARRAY(SELECT slug FROM region WHERE is_ranked ORDER BY code) AS regions,
    ARRAY(SELECT d.code FROM department d JOIN region r ON r.code = d.region_code WHERE r.is_ranked ORDER BY 1) AS departments,
    ARRAY(SELECT id FROM wave ORDER BY rank) AS waves,
    (SELECT json_agg(json_build_object('code', c.code, 'longitude', c.longitude, 'latitude', c.latitude)
        ORDER BY c.population DESC NULLS LAST, c.code)
      FROM commune c JOIN region r ON r.code = c.region_code WHERE r.is_ranked AND c.longitude IS NOT NULL) AS communes,
    (SELECT slug FROM structure WHERE id = $2) AS "firstSlug",
    ARRAY(SELECT slug FROM structure WHERE id = ANY ($1) ORDER BY md5(id)) AS slugs,
    ARRAY(SELECT name FROM structure WHERE id = ANY ($1) ORDER BY id) AS names`;

export async function readVocabulary(client: ClientBase, count: number): Promise<Vocabulary> {
  const random = seededRandom(SEED);
  const numbers = new Set<number>();
  while (numbers.size < Math.min(count - 1, SAMPLE)) numbers.add(2 + random.below(count - 1));
  const { rows } = await client.query<Omit<Vocabulary, 'words'> & { names: string[] }>(QUERY, [
    [...numbers].map(syntheticId),
    syntheticId(1),
  ]);
  if (!rows[0]) throw new Error('The directory says nothing');
  const { names, ...read } = rows[0];
  const words = names.flatMap((name) => plainWords(name).split(' ')).filter((word) => word.length >= SHORTEST_WORD);
  return { ...read, words: [...new Set(words)] };
}
