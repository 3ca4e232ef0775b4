import { countValues } from '@/lib/directory/filter';
import { directoryHref } from '@/lib/directory/href';
import { readDirectoryFilter } from '@/lib/directory/read-filter';

/** Longer than any address the directory writes. */
const LONGEST_QUERY = 2_000;

export type BackLink = { href: string; label: string };

/** Read and written again by the directory itself, so that nothing of the query left in `retour` is repeated raw. */
export async function readBackLink(back: string | string[] | undefined): Promise<BackLink | null> {
  if (typeof back !== 'string' || back.length > LONGEST_QUERY) return null;
  const { filter } = await readDirectoryFilter(new URLSearchParams(back));
  return {
    href: directoryHref(filter),
    label: countValues(filter) > 0 ? 'Retour aux résultats' : 'Retour à l’annuaire',
  };
}
