import { plainWords } from '@/lib/text/plain-words';

/** Nobody means « de » when searching « maison de quartier ». */
const LINK_WORDS = new Set(
  'a au aux avec ce ces cette chez d dans de des du en et l la le les leur leurs ou par pour qu que qui sa se ses son sous sur un une vers y'.split(
    ' ',
  ),
);
const MAX_WORDS = 10;

/** Link words count only when there is nothing else. */
export function meaningfulWords(query: string): string[] {
  const words = [...new Set(plainWords(query).split(' ').filter(Boolean))];
  const kept = words.filter((word) => !LINK_WORDS.has(word));
  return (kept.length > 0 ? kept : words).slice(0, MAX_WORDS);
}
