import { meaningfulWords } from '@/lib/directory/search-words';
import { ask } from './database';

const FOUND = `EXISTS (SELECT 1 FROM structure s WHERE s.published_at IS NOT NULL AND s.archived_at IS NULL
  AND s.search_vector @@ q)`;

async function readExactly(words: string[]): Promise<string | null> {
  const [exact] = await ask<{ tsquery: string; found: boolean }>(
    `SELECT q::text AS tsquery, ${FOUND} AS found FROM plainto_tsquery('fr', $1) AS q`,
    [words.join(' ')],
  );
  return exact?.found ? exact.tsquery : null;
}

async function readClosely(words: string[]): Promise<string | null> {
  const candidates = await ask<{ token: string; word: string; likeness: number }>(
    `SELECT t.token, w.word, w.likeness FROM unnest($1::text[]) WITH ORDINALITY AS t(token, position)
     CROSS JOIN LATERAL (
       SELECT v.word, CASE WHEN v.word = t.token THEN 1
           WHEN v.word LIKE t.token || '%' THEN greatest(similarity(v.word, t.token), 0.7)
           ELSE similarity(v.word, t.token) END::float8 AS likeness
       FROM search_word v
       WHERE (v.word % t.token OR v.word LIKE t.token || '%') AND EXISTS (
         SELECT 1 FROM structure s WHERE s.published_at IS NOT NULL AND s.archived_at IS NULL
           AND s.search_vector @@ ('''=' || v.word || '''')::tsquery)
       ORDER BY 2 DESC, 1 LIMIT 5) AS w
     WHERE w.likeness >= 0.3 ORDER BY t.position, w.likeness DESC, w.word`,
    [words],
  );
  const groups = words.map((token) => {
    const own = candidates.filter((candidate) => candidate.token === token);
    return own.filter(({ likeness }) => likeness >= (own[0]?.likeness ?? 0) * 0.75).map(({ word }) => word);
  });
  if (groups.some((group) => group.length === 0)) return null;
  const [close] = await ask<{ tsquery: string; found: boolean }>(
    `SELECT q::text AS tsquery, ${FOUND} AS found FROM to_tsquery('fr', $1) AS q`,
    [groups.map((group) => `(${group.join(' | ')})`).join(' & ')],
  );
  return close?.found ? close.tsquery : null;
}

/** The full-text query of a search, exact or near; null when nothing comes near. */
export async function readText(q: string): Promise<string | null> {
  const words = meaningfulWords(q);
  return (await readExactly(words)) ?? readClosely(words);
}
