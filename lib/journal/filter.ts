import { z } from 'zod';
import { SUBJECT_KINDS } from '@/lib/audit/subject-kinds';
import { type AskedValues, firstAsked, oneOf, pageAsked, wordLike } from '@/lib/forms/asked-values';

export const NOBODY = 'sans-compte';

const day = z.preprocess(firstAsked, z.iso.date().nullable()).catch(null);

const LONGEST_RECORD = 200;
const record = z.string().transform((typed) => typed.trim().slice(0, LONGEST_RECORD) || null);

const filter = z.object({
  qui: wordLike(/^[A-Za-z0-9-]{1,60}$/),
  type: oneOf(SUBJECT_KINDS),
  /** An id or a name, as typed. */
  fiche: z.preprocess(firstAsked, record.nullable()).catch(null),
  du: day,
  au: day,
  page: pageAsked,
});

export type JournalFilter = z.infer<typeof filter>;

export const parseJournalFilter = (raw: AskedValues): JournalFilter => filter.parse(raw);

export const JOURNAL = '/admin/journal';

export function journalHref(path: string, { page, ...asked }: JournalFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

export const recordJournalHref = (id: string): string => `${JOURNAL}?${new URLSearchParams({ fiche: id })}`;
