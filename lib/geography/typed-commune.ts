import { plainWords } from '@/lib/text/plain-words';

const searchName = (typed: string) =>
  plainWords(typed)
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte');

/** Without the « 3e » of an arrondissement, which means its city. */
export const nameTyped = (typed: string): string =>
  searchName(typed.replace(/\d+(?:\s*(?:er|[eè]me|e)\b)?(?:\s*arr(?:ondissement|dt|\.)?\b)?/giu, ' '));

/** The only answer, or the only one of exactly that name; else null. */
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
