import { remember } from '@/lib/cache';
import { join, queryRows, type Sql, sql } from '@/lib/db';
import { isPublic } from './public-set';
import { meaningfulWords } from './search-words';

/** How the words of a search are read, once for all representations of the set. */
export type SearchReading = {
  /**
   * As written; in other forms of the same words; by likeness; not at all though each word exists, or comes near one,
   * somewhere; not at all.
   */
  kind: 'exact' | 'forms' | 'close' | 'apart' | 'none';
  /** Text of a PostgreSQL tsquery, null when nothing comes near. */
  tsquery: string | null;
  /** The words really searched, for the reader. */
  words: string[];
};

/** Similarity under which a real word is no longer taken for the misspelt one, and share of the best one kept. */
const LEAST_SIMILARITY = 0.3;
const SHARE_OF_BEST = 0.75;
const CANDIDATES = 5;

/** A real word taken for the one typed, and the text of the tsquery that finds it. */
type Candidate = { token: string; word: string; likeness: number; tsquery: string };

/** Whether a published structure answers a tsquery. */
const isHeld = (tsquery: Sql) =>
  sql`EXISTS (SELECT 1 FROM structure s WHERE ${isPublic} AND s.search_vector @@ ${tsquery})`;

/**
 * Whether a published structure has the word `v` as it is written: `search_word` has those of drafts too, and a stem is
 * that of many forms. The mark is that of the SQL function words_as_written().
 */
const isPublished = isHeld(sql`('''=' || v.word || '''')::tsquery`);

/** The same for each word that was typed; known to the planner, a common one is found at once. */
const areWritten = (words: string[]) =>
  join(
    words.map((word) => isHeld(sql`${`'=${word}'`}::tsquery`)),
    ' AND ',
  );

async function listCandidates(words: string[]): Promise<Candidate[]> {
  return queryRows<Candidate>(sql`
    SELECT t.token, w.word, w.likeness, plainto_tsquery('fr', w.word)::text AS tsquery
    FROM unnest(${words}::text[]) WITH ORDINALITY AS t(token, position)
    CROSS JOIN LATERAL (
      SELECT v.word,
        CASE WHEN v.word = t.token THEN 1 WHEN v.word LIKE t.token || '%' THEN greatest(similarity(v.word, t.token), 0.7)
          ELSE similarity(v.word, t.token) END::float8 AS likeness
      FROM search_word v
      WHERE (v.word % t.token OR v.word LIKE t.token || '%')
        AND ${isPublished}
      ORDER BY 2 DESC, 1
      LIMIT ${CANDIDATES}
    ) AS w
    WHERE w.likeness >= ${LEAST_SIMILARITY}
    ORDER BY t.position, w.likeness DESC, w.word`);
}

/** Each word becomes the real ones nearest to it; without any, nothing can match: every word counts. */
function closest(words: string[], candidates: Candidate[]): Candidate[][] | null {
  const groups = words.map((token) => {
    const own = candidates.filter((candidate) => candidate.token === token);
    const best = own[0]?.likeness ?? 0;
    return own.filter(({ likeness }) => likeness >= best * SHARE_OF_BEST);
  });
  return groups.every((group) => group.length > 0) ? groups : null;
}

async function isAnswered(tsquery: string): Promise<boolean> {
  const [row] = await queryRows<{ found: boolean }>(sql`SELECT ${isHeld(sql`${tsquery}::tsquery`)} AS found`);
  return row?.found === true;
}

/** For each word, the one of the directory of which it is another form: « amiens » for « amien ». */
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
  const [exact] = await queryRows<{ tsquery: string; found: boolean; written: boolean }>(sql`
    SELECT q::text AS tsquery, ${isHeld(sql`q`)} AS found, ${areWritten(words)} AS written
    FROM plainto_tsquery('fr', ${words.join(' ')}) AS q`);
  if (exact?.found && exact.written) return { kind: 'exact', tsquery: exact.tsquery, words };
  if (exact?.found) return { kind: 'forms', tsquery: exact.tsquery, words: await listForms(words) };

  const groups = closest(words, await listCandidates(words));
  if (!groups) return { kind: 'none', tsquery: null, words };
  const tsquery = groups.map((group) => `(${group.map(({ tsquery: one }) => one).join(' | ')})`).join(' & ');
  // Each of these words is that of a published structure; several may be those of none.
  return words.length === 1 || (await isAnswered(tsquery))
    ? { kind: 'close', tsquery, words: [...new Set(groups.flat().map(({ word }) => word))] }
    : { kind: 'apart', tsquery: null, words };
}

/**
 * Reads a search exactly, or by likeness when no published structure answers it exactly. Decided over all published
 * structures, before any other filter, so that list, counts, map and exports always agree.
 */
export function readSearch(q: string): Promise<SearchReading> {
  const words = meaningfulWords(q);
  return remember(`reading ${words.join(' ')}`, () => read(words));
}
