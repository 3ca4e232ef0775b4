import { readAnnouncedAid, readLaureates, readWaves } from '@/lib/default-data/read-tables';
import { slugify } from '@/lib/text/plain-words';

/** The filter as a person would write it, and the slow, obvious way to answer it from the CSV. */
export type PlainFilter = {
  region: string[];
  departement: string[];
  territoire: string[];
  label: string[];
  vague: string[];
  near: { code: string; longitude: number; latitude: number; radiusKm: number } | null;
  zone: [number, number, number, number] | null;
};

const waves = readWaves();
const aids = readAnnouncedAid();

export const laureates = readLaureates().map((row) => {
  const wave = waves.find(({ id }) => id === row.wave);
  const flat = wave?.flat_rate ? (wave.annual_ceiling_eur ?? 0) * (wave.duration_years ?? 0) : 0;
  const named = aids.filter((aid) => aid.laureate_id === row.id).reduce((sum, aid) => sum + aid.amount_eur, 0);
  return {
    id: row.id,
    slug: slugify(`${row.name} ${row.commune}`),
    regionCode: row.region_code,
    department: row.department_code,
    territory: row.territory === 'unknown' ? 'non-precise' : row.territory,
    label: row.kind === 'unknown' ? 'non-precise' : row.kind.replace('_', '-'),
    wave: row.wave,
    longitude: row.longitude,
    latitude: row.latitude,
    euros: flat + named,
  };
});

export type Laureate = (typeof laureates)[number];

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres by the spherical law of cosines, another formula than the product's. */
export function kilometresBetween(
  a: { longitude: number; latitude: number },
  b: { longitude: number; latitude: number },
): number {
  const cosine =
    Math.sin(radians(a.latitude)) * Math.sin(radians(b.latitude)) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.cos(radians(a.longitude - b.longitude));
  return 6371.0088 * Math.acos(Math.min(1, cosine));
}

const allows = (values: string[], value: string) => values.length === 0 || values.includes(value);

export function belongs(filter: PlainFilter, laureate: Laureate, regionSlugOf: (code: string) => string): boolean {
  const { longitude, latitude } = laureate;
  const placed = longitude !== null && latitude !== null;
  const inZone =
    !filter.zone ||
    (placed &&
      longitude >= filter.zone[0] &&
      latitude >= filter.zone[1] &&
      longitude <= filter.zone[2] &&
      latitude <= filter.zone[3]);
  const isNear =
    !filter.near || (placed && kilometresBetween(filter.near, { longitude, latitude }) <= filter.near.radiusKm);
  return (
    allows(filter.region, regionSlugOf(laureate.regionCode)) &&
    allows(filter.departement, laureate.department) &&
    allows(filter.territoire, laureate.territory) &&
    allows(filter.label, laureate.label) &&
    allows(filter.vague, laureate.wave) &&
    inZone &&
    isNear
  );
}

/** The query string of a plain filter, as a form would send it. */
export function toQuery(filter: PlainFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const key of ['region', 'departement', 'territoire', 'label', 'vague'] as const) {
    for (const value of filter[key]) query.append(key, value);
  }
  if (filter.near) {
    query.set('pres-de', filter.near.code);
    query.set('rayon', String(filter.near.radiusKm));
  }
  if (filter.zone) query.set('zone', filter.zone.join(','));
  return query;
}
