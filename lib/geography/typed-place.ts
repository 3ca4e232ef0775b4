/** What people type for a place, safe in a browser: no database. */
import { plainWords } from '@/lib/text/plain-words';

/** The way people shorten names: st → saint, ste → sainte. */
const searchName = (typed: string) =>
  plainWords(typed)
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte');

/** The name in what was typed: without figures, nor the « 3e » of an arrondissement, which means its city. */
export const nameTyped = (typed: string): string =>
  searchName(typed.replace(/\d+(?:\s*(?:er|[eè]me|e)\b)?(?:\s*arr(?:ondissement|dt|\.)?\b)?/giu, ' '));

/** The commune that the text names without doubt: the only answer, or the only one of exactly that name; else null. */
export function settleCommune<Commune extends { name: string }>(
  typed: string,
  communes: readonly Commune[],
): Commune | null {
  const [only, ...others] = communes;
  if (only && others.length === 0) return only;
  const name = nameTyped(typed);
  const [namesake, ...more] = communes.filter((commune) => plainWords(commune.name) === name);
  return namesake && more.length === 0 ? namesake : null;
}
