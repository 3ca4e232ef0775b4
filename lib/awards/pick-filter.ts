import { z } from 'zod';
import { type AwardLabel, LABELS } from '@/lib/domain/award-label';
import { waveHref } from '@/lib/domain/office-href';
import { type AskedValues, firstAsked, searchAsked } from '@/lib/forms/asked-values';
import { LONGEST_ADDRESS } from '@/lib/text/web-address';

/** So many ticked structures are carried from one search to the next: an address holds no more. */
export const MOST_CARRIED = 100;

export type PickFilter = { q: string; structureIds: string[]; label: AwardLabel; sourceUrl: string };

const filter = z.object({
  q: searchAsked,
  coche: z.preprocess(
    (value) => [value ?? []].flat().slice(0, MOST_CARRIED),
    z.array(z.string().regex(/^[A-Za-z0-9-]{1,60}$/)).catch([]),
  ),
  label: z.preprocess(firstAsked, z.enum(LABELS)).catch('unknown'),
  source: z.preprocess(firstAsked, z.string().max(LONGEST_ADDRESS)).catch(''),
});

export function parsePickFilter(raw: AskedValues): PickFilter {
  const { q, coche, label, source } = filter.parse(raw);
  return { q, structureIds: [...new Set(coche)], label, sourceUrl: source };
}

export function pickHref(waveId: string, { q, structureIds, label, sourceUrl }: PickFilter): string {
  const query = new URLSearchParams(structureIds.map((id) => ['coche', id]));
  if (q) query.set('q', q);
  if (label !== 'unknown') query.set('label', label);
  if (sourceUrl) query.set('source', sourceUrl);
  const text = query.toString();
  return `${waveHref(waveId)}/ajouter${text ? `?${text}` : ''}`;
}
