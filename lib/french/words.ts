/** French counts 0 and 1 alike. */
export const plural = (count: number, one: string, many: string): string => (Math.abs(count) < 2 ? one : many);

export type Ordinal = { number: string; suffix: string };

/** The suffix apart, because it is written above the line. */
export const ordinalParts = (rank: number, gender: 'm' | 'f'): Ordinal => ({
  number: String(rank),
  suffix: rank === 1 ? (gender === 'm' ? 'er' : 're') : 'e',
});

/** « un, deux et trois » */
export const listInWords = (items: readonly string[], last: 'et' | 'ou' = 'et'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

// An h is mute in Hyères or Hénin-Beaumont, aspirate in Hem or Haguenau: spelling settles most cases, not all.
const ELIDES = /^(?:[aeiouyàâäéèêëîïôöùûüœæ]|h[yéèêîô])/i;

/** « d’Amiens », « de Lille », « du Mans », « des Mureaux » */
export function ofPlace(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  return ELIDES.test(name) ? `d’${name}` : `de ${name}`;
}

/** « à Amiens », « au Mans », « aux Mureaux », « à La Rochelle ». */
export function atPlace(name: string): string {
  if (name.startsWith('Le ')) return `au ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `aux ${name.slice(4)}`;
  return `à ${name}`;
}

export const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
