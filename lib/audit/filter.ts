import { z } from 'zod';

/** Kinds of record that the journal tells of. */
export const SUBJECT_KINDS = ['user', 'access-link', 'structure', 'wave', 'award', 'instalment', 'data'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Changes made by no signed-in person. */
export const NOBODY = 'sans-compte';

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const day = z.preprocess(first, z.iso.date().nullable()).catch(null);

const filter = z.object({
  qui: z.preprocess(first, z.string().min(1).max(60).nullable()).catch(null),
  type: z.preprocess(first, z.enum(SUBJECT_KINDS).nullable()).catch(null),
  du: day,
  au: day,
  page: z.preprocess(first, z.coerce.number().int().min(1).max(100_000)).catch(1),
});

export type JournalFilter = z.infer<typeof filter>;

/** A wrong value falls back on its own: a journal address can be incomplete, never fatal. */
export const parseJournalFilter = (raw: Record<string, string | string[] | undefined>): JournalFilter =>
  filter.parse(raw);

/** The address of a view of the journal; what is not asked stays out of it. */
export function journalHref(path: string, { page, ...asked }: JournalFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
