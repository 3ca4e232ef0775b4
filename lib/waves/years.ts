import type { Wave } from './queries';

type Announcement = Pick<Wave, 'announcedOn' | 'announcedOnPrecision' | 'announcedPeriod'>;

export function announcementYears({ announcedOn, announcedOnPrecision, announcedPeriod }: Announcement): number[] {
  const said = announcedOnPrecision === 'period' ? announcedPeriod : announcedOn?.slice(0, 4);
  return (said?.match(/\d{4}/g) ?? []).map(Number);
}

/** « en 2021 », « de 2020 à 2023 »; null when no source says it. */
export function yearsInWords(waves: readonly Announcement[]): string | null {
  const years = waves.flatMap(announcementYears);
  if (years.length === 0) return null;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? `en ${first}` : `de ${first} à ${last}`;
}
