import { sql } from '@/lib/database/db';
import { DEFAULT_RADIUS_KM, type DirectoryFilter, defaultSort, EMPTY_FILTER, type Sort } from '@/lib/directory/filter';
import type { DirectorySet } from '@/lib/directory/matching';
import { meaningfulWords } from '@/lib/directory/search-words';
import type { AwardLabel } from '@/lib/domain/award-label';
import { isPublic } from '@/lib/domain/state-conditions';
import type { Territory } from '@/lib/domain/territory';
import { ask } from './database';

const found = sql`EXISTS (SELECT 1 FROM structure s WHERE ${isPublic} AND s.search_vector @@ q) AS found`;

type Tried = { tsquery: string; found: boolean };
type Candidate = { token: string; word: string; likeness: number };

async function readClosely(words: string[]): Promise<string | null> {
  const candidates = await ask<Candidate>(sql`
    SELECT t.token, w.word, w.likeness FROM unnest(${words}::text[]) WITH ORDINALITY AS t(token, position)
    CROSS JOIN LATERAL (
      SELECT v.word, CASE WHEN v.word = t.token THEN 1
          WHEN v.word LIKE t.token || '%' THEN greatest(similarity(v.word, t.token), 0.7)
          ELSE similarity(v.word, t.token) END::float8 AS likeness
      FROM search_word v
      WHERE (v.word % t.token OR v.word LIKE t.token || '%') AND EXISTS (
        SELECT 1 FROM structure s WHERE ${isPublic} AND s.search_vector @@ ('''=' || v.word || '''')::tsquery)
      ORDER BY 2 DESC, 1 LIMIT 5) AS w
    WHERE w.likeness >= 0.3 ORDER BY t.position, w.likeness DESC, w.word`);
  const groups = words.map((token) => {
    const own = candidates.filter((candidate) => candidate.token === token);
    return own.filter(({ likeness }) => likeness >= (own[0]?.likeness ?? 0) * 0.75).map(({ word }) => word);
  });
  if (groups.some((group) => group.length === 0)) return null;
  const close = groups.map((group) => `(${group.join(' | ')})`).join(' & ');
  const [tried] = await ask<Tried>(sql`SELECT q::text AS tsquery, ${found} FROM to_tsquery('fr', ${close}) AS q`);
  return tried?.found ? tried.tsquery : null;
}

async function readText(q: string): Promise<string | null> {
  const words = meaningfulWords(q);
  const [exact] = await ask<Tried>(
    sql`SELECT q::text AS tsquery, ${found} FROM plainto_tsquery('fr', ${words.join(' ')}) AS q`,
  );
  return exact?.found ? exact.tsquery : readClosely(words);
}

async function readNear(code: string | null, radiusKm: number): Promise<DirectoryFilter['near']> {
  if (code === null) return null;
  const [commune] = await ask<{ longitude: number; latitude: number }>(
    sql`SELECT longitude, latitude FROM commune WHERE code = ${code}`,
  );
  if (!commune) throw new Error(`no commune ${code}`);
  return { code, name: '', ...commune, radiusKm };
}

/** « non-precise » in the address is `unknown` in the store; hyphens are underscores. */
const stored = (value: string) => (value === 'non-precise' ? 'unknown' : value.replace('-', '_'));

/** Nothing is checked, as nothing but the data is to be paid for. */
export async function readSet(query: URLSearchParams): Promise<DirectorySet> {
  const q = query.get('q') ?? '';
  const near = await readNear(query.get('pres-de'), Number(query.get('rayon') ?? DEFAULT_RADIUS_KM));
  const filter: DirectoryFilter = {
    ...EMPTY_FILTER,
    q,
    region: query.getAll('region'),
    departement: query.getAll('departement'),
    territoire: query.getAll('territoire').map((value) => stored(value) as Territory),
    label: query.getAll('label').map((value) => stored(value) as AwardLabel),
    vague: query.getAll('vague'),
    near,
    zone: (query.get('zone')?.split(',').map(Number) ?? null) as DirectoryFilter['zone'],
    tri: (query.get('tri') ?? defaultSort({ q, near })) as Sort,
    page: Number(query.get('page') ?? 1),
  };
  return { filter, reading: q === '' ? null : { kind: 'exact', tsquery: await readText(q), words: [] } };
}
