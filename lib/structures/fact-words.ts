import { POSITION_PRECISION_NAMES } from '@/lib/domain/position';
import { TERRITORY_BASIS_NAMES, TERRITORY_NAMES } from '@/lib/domain/territory';
import { formatDate } from '@/lib/french/dates';
import { FACT_GROUPS, type FactGroup, type Patch } from './facts';
import type { RecordSource } from './record';

export const FACT_GROUP_LABELS: Record<FactGroup, string> = {
  name: 'Nom affiché',
  officialName: 'Nom officiel',
  siret: 'SIRET',
  rna: 'Numéro RNA',
  commune: 'Commune',
  address: 'Adresse',
  postcode: 'Code postal',
  position: 'Position sur la carte',
  territory: 'Territoire',
  website: 'Site internet',
  description: 'Présentation',
  descriptionSourceUrl: 'Page de la présentation',
  contact: 'Contact',
  sources: 'Sources',
};

export const EMPTY = 'vide';

const degrees = (value: number) => value.toLocaleString('fr-FR', { maximumFractionDigits: 6 });

function positionWords({ longitude, latitude, positionPrecision }: Patch): string {
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return 'inconnue';
  const precision = positionPrecision ? POSITION_PRECISION_NAMES[positionPrecision] : 'précision inconnue';
  return `${precision} (${degrees(latitude)} ; ${degrees(longitude)})`;
}

const territoryWords = ({ territory, territoryBasis, qpvName }: Patch): string =>
  [TERRITORY_NAMES[territory ?? 'unknown'], territoryBasis && TERRITORY_BASIS_NAMES[territoryBasis], qpvName]
    .filter(Boolean)
    .join(', ');

function contactWords({ contactName, contactEmail, contactPhone, contactPublished }: Patch): string {
  const told = [contactName, contactEmail, contactPhone].filter(Boolean).join(', ');
  return told === '' ? EMPTY : `${told} (${contactPublished ? 'public' : 'jamais public'})`;
}

const sourceWords = ({ url, title, publishedOn }: RecordSource) =>
  [title, publishedOn && formatDate(publishedOn), url].filter(Boolean).join(', ');

/** What one group of fields says, in words; `communeNames` by INSEE code. */
export function groupWords(group: FactGroup, facts: Patch, communeNames: ReadonlyMap<string, string>): string {
  if (group === 'position') return positionWords(facts);
  if (group === 'territory') return territoryWords(facts);
  if (group === 'contact') return contactWords(facts);
  if (group === 'sources') return facts.sources?.map(sourceWords).join(' · ') || EMPTY;
  const [column] = FACT_GROUPS[group];
  const value = facts[column];
  if (group === 'commune') return `${communeNames.get(String(value)) ?? ''} (${value})`.trim();
  return value ? String(value) : EMPTY;
}
