import { z } from 'zod';

export const OFFICE_STATES = ['brouillon', 'publiee', 'archivee'] as const;
export const GAPS = ['incomplete', 'position', 'territoire', 'label', 'site', 'description'] as const;
export const OFFICE_SORTS = ['nom', 'modifiee', 'commune', 'etat'] as const;

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const one = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(first, z.enum(values).nullable()).catch(null);
const word = (form: RegExp) => z.preprocess(first, z.string().regex(form).nullable()).catch(null);

const filter = z.object({
  q: z.preprocess(first, z.string().trim().max(100)).catch(''),
  etat: one(OFFICE_STATES),
  region: word(/^\d{2,3}$/),
  territoire: one(['qpv', 'rural', 'non-precise']),
  vague: word(/^[a-z0-9-]{1,60}$/),
  manque: one(GAPS),
  /** Not touched for a year. */
  ancien: z.preprocess(first, z.literal('oui').nullable()).catch(null),
  tri: z.preprocess(first, z.enum(OFFICE_SORTS)).catch('nom'),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(1_000_000)).catch(1),
});

export type OfficeFilter = z.infer<typeof filter>;
type Raw = Record<string, string | string[] | undefined>;

/** A wrong value falls back on its own: an address can be incomplete, never fatal. */
export const parseOfficeFilter = (raw: Raw): OfficeFilter => filter.parse(raw);

export const STRUCTURES = '/admin/structures';

/** The address of a view of the table; what is not asked stays out of it. */
export function officeHref(asked: Partial<OfficeFilter>): string {
  const { tri = 'nom', page = 1, ...others } = asked;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(others)) if (value) query.set(name, value);
  if (tri !== 'nom') query.set('tri', tri);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text ? `${STRUCTURES}?${text}` : STRUCTURES;
}
