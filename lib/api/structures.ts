import { toUrlValue } from '@/lib/directory/filter';
import type { DirectoryPage, ListedStructure } from '@/lib/directory/list';
import type { AwardLabel } from '@/lib/domain/award-label';
import { recordHref } from '@/lib/domain/public-href';
import type { RecordAward, StructureRecord } from '@/lib/structures/record';
import type { ApiAnswer } from './answers';

type ApiStructures = ApiAnswer<'/api/v1/structures'>;

const distinct = (values: readonly string[]) => [...new Set(values)];
const recordUrl = (siteUrl: string, slug: string) => siteUrl + recordHref(slug);
const labelsOf = (awards: readonly { label: AwardLabel }[]) => distinct(awards.map(({ label }) => toUrlValue(label)));

function toItem({ distanceKm, ...structure }: ListedStructure, siteUrl: string): ApiStructures['items'][number] {
  const { id, slug, name, commune, department, region, territory, territoryBasis, awards, promisedEuros } = structure;
  const { latitude, longitude, positionPrecision } = structure;
  return {
    id,
    slug,
    name,
    commune,
    department,
    region,
    territory: toUrlValue(territory),
    territoryBasis,
    labels: labelsOf(awards),
    waves: distinct(awards.map(({ waveId }) => waveId)),
    promisedEuros,
    latitude,
    longitude,
    positionPrecision,
    ...(distanceKm !== null && { distanceKm: Math.round(distanceKm * 100) / 100 }),
    url: recordUrl(siteUrl, slug),
  };
}

/** A page of the list; `siteUrl` without a trailing slash. */
export const toApiStructures = ({ total, page, pages, items }: DirectoryPage, siteUrl: string): ApiStructures => ({
  total,
  page,
  pages,
  items: items.map((structure) => toItem(structure, siteUrl)),
});

function promisedIn(awards: readonly RecordAward[]): number | null {
  const amounts = awards
    .flatMap(({ instalments }) => instalments)
    .filter(({ status }) => status !== 'cancelled')
    .map(({ amountEuros }) => amountEuros);
  return amounts.length > 0 ? amounts.reduce((sum, amount) => sum + amount, 0) : null;
}

/** One record: the fields of a list item first, then all that is public about it. */
export function toApiRecord(record: StructureRecord, siteUrl: string): ApiAnswer<'/api/v1/structures/[slug]'> {
  // A contact is for whoever opens the page, not for collections of addresses.
  const { awards, territory, commune, contact: _, ...rest } = record;
  const { id, slug, name, department, region, territoryBasis, latitude, longitude, positionPrecision, ...more } = rest;
  return {
    id,
    slug,
    name,
    commune: { code: commune.code, name: commune.name },
    department,
    region,
    territory: toUrlValue(territory),
    territoryBasis,
    labels: labelsOf(awards),
    waves: distinct(awards.map(({ wave }) => wave.id)),
    promisedEuros: promisedIn(awards),
    latitude,
    longitude,
    positionPrecision,
    url: recordUrl(siteUrl, slug),
    ...more,
    awards: awards.map(({ wave, label, ...award }) => ({ wave: wave.id, label: toUrlValue(label), ...award })),
  };
}
