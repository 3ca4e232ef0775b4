import { recordUrl, toApiLabels } from '@/lib/directory/api-shapes';
import { toUrlValue } from '@/lib/directory/filter';
import type { RecordAward, StructureRecord } from './record';

const promisedIn = ({ instalments }: RecordAward) =>
  instalments.filter(({ status }) => status !== 'cancelled').map(({ amountEuros }) => amountEuros);

function promisedEuros(awards: readonly RecordAward[]): number | null {
  const amounts = awards.flatMap(promisedIn);
  return amounts.length > 0 ? amounts.reduce((sum, amount) => sum + amount, 0) : null;
}

/**
 * One record as the API gives it: the fields of a list item first, then all that is public about it. Values are those
 * of the address; degrees WGS 84, whole euros, ISO dates; null is « non précisé ».
 */
export function toApiRecord(record: StructureRecord, siteUrl: string) {
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
    labels: toApiLabels(awards),
    waves: [...new Set(awards.map(({ wave }) => wave.id))],
    promisedEuros: promisedEuros(awards),
    latitude,
    longitude,
    positionPrecision,
    url: recordUrl(siteUrl, slug),
    ...more,
    awards: awards.map(({ wave, label, sourceUrl, instalments }) => ({
      wave: wave.id,
      label: toUrlValue(label),
      sourceUrl,
      instalments,
    })),
  };
}
