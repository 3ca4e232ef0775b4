import { z } from 'zod';
import { toUrlValue } from '@/lib/directory/filter';
import { TERRITORIES } from '@/lib/domain/territory';
import { type AskedValues, firstAsked, oneOf, pageAsked, searchAsked, wordLike } from '@/lib/forms/asked-values';

export const OFFICE_STATES = ['brouillon', 'publiee', 'archivee'] as const;
export const GAPS = ['incomplete', 'position', 'territoire', 'label', 'site', 'description'] as const;
export const OFFICE_SORTS = ['nom', 'modifiee', 'commune', 'etat'] as const;

const filter = z.object({
  q: searchAsked,
  etat: oneOf(OFFICE_STATES),
  region: wordLike(/^\d{2,3}$/),
  territoire: oneOf(TERRITORIES.map(toUrlValue)),
  vague: wordLike(/^[a-z0-9-]{1,60}$/),
  manque: oneOf(GAPS),
  /** Not touched for a year. */
  ancien: z.preprocess(firstAsked, z.literal('oui').nullable()).catch(null),
  tri: z.preprocess(firstAsked, z.enum(OFFICE_SORTS)).catch('nom'),
  page: pageAsked,
});

export type OfficeFilter = z.infer<typeof filter>;

export const parseOfficeFilter = (raw: AskedValues): OfficeFilter => filter.parse(raw);

export const STRUCTURES = '/admin/structures';

export function officeHref(asked: Partial<OfficeFilter>, batchId?: string): string {
  const { tri = 'nom', page = 1, ...others } = asked;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(others)) if (value) query.set(name, value);
  if (tri !== 'nom') query.set('tri', tri);
  if (page > 1) query.set('page', String(page));
  if (batchId) query.set('lot', batchId);
  const text = query.toString();
  return text ? `${STRUCTURES}?${text}` : STRUCTURES;
}
