import { readAnnouncedAid, readLaureates, readWaves } from '@/lib/default-data/read-tables';
import { FACETS, type FacetKey, type FilterKey, YES_KEYS, type YesKey } from '@/lib/directory/filter';
import { slugify } from '@/lib/text/plain-words';

/** The slow, obvious way to answer a filter, from the CSV. */
export type PlainFilter = Record<FacetKey, string[]> &
  Record<YesKey, boolean> & {
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
    website: row.website,
    euros: flat + named,
  };
});

export type Laureate = (typeof laureates)[number];

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** By the spherical law of cosines, another formula than the product's. */
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

type Belongs = (filter: PlainFilter, laureate: Laureate, regionSlugOf: (code: string) => string) => boolean;

/** A row of the table of filters without its words here does not compile. */
const ASKS: Readonly<Record<Exclude<FilterKey, 'q'>, Belongs>> = {
  region: ({ region }, { regionCode }, regionSlugOf) => allows(region, regionSlugOf(regionCode)),
  departement: ({ departement }, { department }) => allows(departement, department),
  territoire: ({ territoire }, { territory }) => allows(territoire, territory),
  label: (filter, { label }) => allows(filter.label, label),
  vague: ({ vague }, { wave }) => allows(vague, wave),
  near: ({ near }, { longitude, latitude }) =>
    !near ||
    (longitude !== null && latitude !== null && kilometresBetween(near, { longitude, latitude }) <= near.radiusKm),
  zone: ({ zone }, { longitude, latitude }) =>
    !zone ||
    (longitude !== null &&
      latitude !== null &&
      longitude >= zone[0] &&
      latitude >= zone[1] &&
      longitude <= zone[2] &&
      latitude <= zone[3]),
  site: ({ site }, { website }) => !site || website !== null,
};

export const belongs: Belongs = (filter, laureate, regionSlugOf) =>
  Object.values(ASKS).every((asks) => asks(filter, laureate, regionSlugOf));

export function toQuery(filter: PlainFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const key of FACETS) {
    for (const value of filter[key]) query.append(key, value);
  }
  if (filter.near) {
    query.set('pres-de', filter.near.code);
    query.set('rayon', String(filter.near.radiusKm));
  }
  if (filter.zone) query.set('zone', filter.zone.join(','));
  for (const key of YES_KEYS) if (filter[key]) query.set(key, 'oui');
  return query;
}
