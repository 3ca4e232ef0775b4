import { z } from 'zod';
import { SUBJECT_KINDS } from '@/lib/audit/subject-kinds';
import { type AskedValues, firstAsked, oneOf, pageAsked, wordLike } from '@/lib/forms/asked-values';

/** Changes made by no signed-in person. */
export const NOBODY = 'sans-compte';

const day = z.preprocess(firstAsked, z.iso.date().nullable()).catch(null);

/** Longer than any name of a record; what is typed beyond says nothing more. */
const LONGEST_RECORD = 200;
const record = z.string().transform((typed) => typed.trim().slice(0, LONGEST_RECORD) || null);

const filter = z.object({
  qui: wordLike(/^[A-Za-z0-9-]{1,60}$/),
  type: oneOf(SUBJECT_KINDS),
  /** A record, by its id or by its name, as it was typed. */
  fiche: z.preprocess(firstAsked, record.nullable()).catch(null),
  du: day,
  au: day,
  page: pageAsked,
});

export type JournalFilter = z.infer<typeof filter>;

/** A wrong value falls back on its own: a journal address can be incomplete, never fatal. */
export const parseJournalFilter = (raw: AskedValues): JournalFilter => filter.parse(raw);

export const JOURNAL = '/admin/journal';

/** The address of a view of the journal; what is not asked stays out of it. */
export function journalHref(path: string, { page, ...asked }: JournalFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** What the journal tells of one record, known by its id, and of what hangs on it. */
export const recordJournalHref = (id: string): string => `${JOURNAL}?${new URLSearchParams({ fiche: id })}`;
