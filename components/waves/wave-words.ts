import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import type { Wave } from '@/lib/waves/queries';

/** « 80 annoncés, 79 dans l’annuaire »: what was published beside what is counted, never mixed. */
export function announcedAgainstListed({ announcedCount, listedCount }: Wave): string {
  const announced =
    announcedCount === null
      ? 'nombre annoncé non précisé'
      : `${formatInteger(announcedCount)} ${plural(announcedCount, 'annoncé', 'annoncés')}`;
  const listed = listedCount === 0 ? 'aucun nom publié' : `${formatInteger(listedCount)} dans l’annuaire`;
  return `${announced}, ${listed}`;
}

/** « annoncés à 3 d’entre eux »; of a single laureate there is no other to tell apart. */
export function announcedToSome(funded: number, listed: number): string {
  if (listed === 1) return 'annoncés';
  return funded === 1 ? 'annoncés à un seul d’entre eux' : `annoncés à ${formatInteger(funded)} d’entre eux`;
}

/** « de la vague 1 », « des vagues 2 à 4 », « de « Vague bleue » ». */
export function ofWave({ shortLabel }: Pick<Wave, 'shortLabel'>): string {
  if (shortLabel.startsWith('Vagues ')) return `des v${shortLabel.slice(1)}`;
  return shortLabel.startsWith('Vague ') ? `de la v${shortLabel.slice(1)}` : `de «\u00A0${shortLabel}\u00A0»`;
}

const NUMBERS = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];

export const inWords = (count: number): string => NUMBERS[count] ?? formatInteger(count);

/** « les sept lauréats », « le lauréat ». */
export const theLaureates = (count: number, adjective = ''): string =>
  count === 1 ? `le ${adjective}lauréat` : `les ${inWords(count)} ${adjective ? `${adjective.trim()}s ` : ''}lauréats`;
