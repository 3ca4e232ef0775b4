import { listInWords } from '@/lib/french/words';

/** What a structure must have before the public may see it. */
export const MISSING = ['name', 'commune', 'award', 'source'] as const;
export type Missing = (typeof MISSING)[number];

const MISSING_WORDS: Record<Missing, string> = {
  name: 'un nom',
  commune: 'une commune',
  award: 'au moins une labellisation',
  source: 'une source',
};

export const missingWords = (missing: readonly Missing[]): string =>
  listInWords(missing.map((one) => MISSING_WORDS[one]));
