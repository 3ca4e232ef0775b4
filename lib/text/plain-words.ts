/** As the SQL function plain_words() does to what is stored, so that both sides of a search agree. */
export function plainWords(value: string): string {
  return value
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** `Provence-Alpes-Côte d'Azur` → `provence-alpes-cote-d-azur` */
export const slugify = (value: string): string => plainWords(value).replaceAll(' ', '-');
