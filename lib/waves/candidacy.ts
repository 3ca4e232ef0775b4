import type { Wave } from './queries';

/** Whether one may apply. `unknown`: the dates published do not say, and the site claims neither. */
export type Candidacy = 'upcoming' | 'open' | 'closed' | 'unknown';

/** Whether a wave is open to candidates on a day of Europe/Paris, written `YYYY-MM-DD`: opening ≤ day ≤ closing. */
export function candidacyOn(day: string, { opensOn, closesOn }: Pick<Wave, 'opensOn' | 'closesOn'>): Candidacy {
  if (closesOn === null) return 'unknown';
  if (day > closesOn) return 'closed';
  if (opensOn === null) return 'unknown';
  return day < opensOn ? 'upcoming' : 'open';
}
