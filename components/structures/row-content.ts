import type { ListedAward, ListedStructure } from '@/lib/directory/list';
import type { Territory, TerritoryBasis } from '@/lib/domain/territory';
import { formatDistance, formatEuros } from '@/lib/french/numbers';
import { typeset } from '@/lib/french/typography';
import type { StructureRowContent } from './structure-row';

const SHORT_LABELS = { fabrique: 'Fabrique', fabrique_numerique: 'Fabrique numérique', unknown: 'Label non précisé' };
const BASES = { announcement: 'annoncé', insee_density: 'au sens de l’Insee', source: 'dit par une source' };

function territoryInWords(territory: Territory, basis: TerritoryBasis | null): string {
  if (territory === 'unknown') return 'Territoire non précisé';
  const name = territory === 'qpv' ? 'QPV' : 'Rural';
  if (!basis) return name;
  return basis === 'insee_density' ? `${name} ${BASES[basis]}` : `${name}, ${BASES[basis]}`;
}

function awardsInWords(awards: readonly ListedAward[], waveNames: ReadonlyMap<string, string>): string[] {
  const waves = new Set(awards.map(({ waveId }) => waveNames.get(waveId) ?? waveId));
  const labels = new Set(awards.map(({ label }) => SHORT_LABELS[label]));
  return [[...waves].join(', '), [...labels].join(', ')].filter(Boolean);
}

function distanceInWords({ distanceKm, positionPrecision }: ListedStructure): string | null {
  if (distanceKm === null) return null;
  // The centre of a commune is no nearer than that to anything in it.
  if (positionPrecision === 'commune' && distanceKm < 1) return 'à moins de 1\u00A0km';
  const about = positionPrecision === 'commune' ? 'environ\u00A0' : '';
  const distance = formatDistance(distanceKm);
  return distance.startsWith('moins') ? `à ${distance}` : `à ${about}${distance}`;
}

/** `waveNames`: short names by id. */
export function toRowContent(structure: ListedStructure, waveNames: ReadonlyMap<string, string>): StructureRowContent {
  const { id, slug, name, commune, department, territory, territoryBasis, awards, promisedEuros } = structure;
  return {
    id,
    slug,
    name: typeset(name),
    commune: typeset(commune.name),
    departmentCode: department.code,
    territory,
    meta: [territoryInWords(territory, territoryBasis), ...awardsInWords(awards, waveNames)].join(' · '),
    amount: promisedEuros === null ? null : formatEuros(promisedEuros),
    distance: distanceInWords(structure),
  };
}
