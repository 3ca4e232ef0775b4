import type { Wave } from './queries';

/** `unknown`: the dates published do not say, and the site claims nothing. */
type Candidacy = 'upcoming' | 'open' | 'closed' | 'unknown';

/** `day` is one of Europe/Paris, `YYYY-MM-DD`. */
export function candidacyOn(day: string, { opensOn, closesOn }: Pick<Wave, 'opensOn' | 'closesOn'>): Candidacy {
  if (closesOn === null) return 'unknown';
  if (day > closesOn) return 'closed';
  if (opensOn === null) return 'unknown';
  return day < opensOn ? 'upcoming' : 'open';
}
