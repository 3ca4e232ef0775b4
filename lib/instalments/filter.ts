import { z } from 'zod';
import type { InstalmentPurpose } from '@/lib/domain/instalment';
import { type AskedValues, firstAsked, oneOf, pageAsked, searchAsked, wordLike } from '@/lib/forms/asked-values';

/** `a-verser`: promised and not yet paid. */
export const INSTALMENT_STATES = ['a-verser', 'annonce', 'prevu', 'verse', 'annule'] as const;
export const INSTALMENT_SORTS = ['structure', 'echeance', 'montant', 'vague'] as const;
export const PURPOSES = ['amorcage', 'bonus'] as const;
export const PURPOSE_ASKED: Record<(typeof PURPOSES)[number], InstalmentPurpose> = {
  amorcage: 'seed',
  bonus: 'digital_bonus',
};

const filter = z.object({
  q: searchAsked,
  etat: oneOf(INSTALMENT_STATES),
  region: wordLike(/^\d{2,3}$/),
  vague: wordLike(/^[a-z0-9-]{1,60}$/),
  objet: oneOf(PURPOSES),
  /** Year of the aid: 1 for the first. */
  annee: wordLike(/^[1-9]\d?$/),
  /** To be paid, and its calendar year is over. */
  retard: z.preprocess(firstAsked, z.literal('oui').nullable()).catch(null),
  tri: z.preprocess(firstAsked, z.enum(INSTALMENT_SORTS)).catch('structure'),
  page: pageAsked,
});

export type InstalmentFilter = z.infer<typeof filter>;

export const parseInstalmentFilter = (raw: AskedValues): InstalmentFilter => filter.parse(raw);

export const INSTALMENTS = '/admin/versements';
export const INSTALMENTS_FILE = `${INSTALMENTS}/export`;

export function instalmentsHref({ tri, page, ...others }: InstalmentFilter, path = INSTALMENTS): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(others)) if (value) query.set(name, value);
  if (tri !== 'structure') query.set('tri', tri);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
