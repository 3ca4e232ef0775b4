import { remember } from '@/lib/cache';
import { join, queryRows, type Sql, sql } from '@/lib/database/db';
import { isPublic } from '@/lib/domain/state-conditions';
import { meaningfulWords } from './search-words';

export type SearchReading = {
  /** As written; in other forms; by likeness; each word held or near one, but never together; not at all. */
  kind: 'exact' | 'forms' | 'close' | 'apart' | 'none';
  /** Of a PostgreSQL tsquery, null when nothing comes near. */
  tsquery: string | null;
  /** Those really searched. */
  words: string[];
};

/** Similarity under which a real word is no longer taken for the misspelt one, and share of the best one kept. */
const LEAST_SIMILARITY = 0.3;
const SHARE_OF_BEST = 0.75;
const CANDIDATES = 5;

type Candidate = { word: string; likeness: number; tsquery: string };

const isHeld = (tsquery: Sql) =>
  sql`EXISTS (SELECT 1 FROM structure s WHERE ${isPublic} AND s.search_vector @@ ${tsquery})`;

/** `search_word` has the words of drafts too, and a stem is of many forms. The mark is that of words_as_written() in SQL. */
const isPublished = isHeld(sql`('''=' || v.word || '''')::tsquery`);

/** Known to the planner, a common word is found at once. */
const areWritten = (words: string[]) =>
  join(
    words.map((word) => isHeld(sql`${`'=${word}'`}::tsquery`)),
    ' AND ',
  );

/** The best first, as a JSON array; a structure is looked for in this order and of no more than wanted: it takes long. */
const nearestTo = (token: string) => sql`(
  SELECT coalesce(json_agg(w ORDER BY w.likeness DESC, w.word), '[]')
  FROM (
    SELECT v.word, v.likeness, plainto_tsquery('fr', v.word)::text AS tsquery
    FROM (
      SELECT v.word,
        CASE WHEN v.word = ${token} THEN 1 WHEN v.word LIKE ${token} || '%' THEN greatest(similarity(v.word, ${token}), 0.7)
          ELSE similarity(v.word, ${token}) END::float8 AS likeness
      FROM search_word v WHERE v.word % ${token} OR v.word LIKE ${token} || '%'
      ORDER BY 2 DESC, 1
    ) v
    WHERE v.likeness >= ${LEAST_SIMILARITY} AND ${isPublished}
    ORDER BY v.likeness DESC, v.word
    LIMIT ${CANDIDATES}
  ) w)`;

/** `nearest`: for each word, null where a published structure answers these as they are. */
type AsTyped = { tsquery: string; found: boolean; written: boolean; nearest: Candidate[][] | null };

async function readAsTyped(words: string[]): Promise<AsTyped | undefined> {
  const [typed] = await queryRows<AsTyped>(sql`
    SELECT exact.*, CASE WHEN NOT exact.found THEN json_build_array(${join(words.map(nearestTo))}) END AS nearest
    FROM (
      SELECT q::text AS tsquery, ${isHeld(sql`q`)} AS found, ${areWritten(words)} AS written
      FROM plainto_tsquery('fr', ${words.join(' ')}) AS q
      OFFSET 0
    ) exact`);
  return typed;
}

/** Without any near word nothing can match: every word counts. */
function closest(nearest: Candidate[][]): Candidate[][] | null {
  const groups = nearest.map((candidates) => {
    const best = candidates[0]?.likeness ?? 0;
    return candidates.filter(({ likeness }) => likeness >= best * SHARE_OF_BEST);
  });
  return groups.every((group) => group.length > 0) ? groups : null;
}

async function isAnswered(tsquery: string): Promise<boolean> {
  const [row] = await queryRows<{ found: boolean }>(sql`SELECT ${isHeld(sql`${tsquery}::tsquery`)} AS found`);
  return row?.found === true;
}

/** « amiens » for « amien ». */
async function listForms(words: string[]): Promise<string[]> {
  const forms = await queryRows<{ word: string }>(sql`
    SELECT coalesce(
      (SELECT v.word FROM search_word v
        WHERE (v.word % t.token OR v.word LIKE t.token || '%')
          AND plainto_tsquery('fr', v.word) = plainto_tsquery('fr', t.token) AND ${isPublished}
        ORDER BY v.word <> t.token, similarity(v.word, t.token) DESC, v.word LIMIT 1), t.token) AS word
    FROM unnest(${words}::text[]) WITH ORDINALITY AS t(token, position) ORDER BY t.position`);
  return [...new Set(forms.map(({ word }) => word))];
}

async function read(words: string[]): Promise<SearchReading> {
  const typed = await readAsTyped(words);
  if (typed?.found && typed.written) return { kind: 'exact', tsquery: typed.tsquery, words };
  if (typed?.found) return { kind: 'forms', tsquery: typed.tsquery, words: await listForms(words) };

  const groups = closest(typed?.nearest ?? words.map(() => []));
  if (!groups) return { kind: 'none', tsquery: null, words };
  const tsquery = groups.map((group) => `(${group.map(({ tsquery: one }) => one).join(' | ')})`).join(' & ');
  // Each of these words is that of a published structure; several may be those of none.
  return words.length === 1 || (await isAnswered(tsquery))
    ? { kind: 'close', tsquery, words: [...new Set(groups.flat().map(({ word }) => word))] }
    : { kind: 'apart', tsquery: null, words };
}

/** Decided over all published structures, before any other filter, so that list, counts, map and exports always agree. */
export function readSearch(q: string): Promise<SearchReading> {
  const words = meaningfulWords(q);
  return remember(`reading ${words.join(' ')}`, () => read(words));
}
