import { POSITION_PRECISION_NAMES } from '@/lib/domain/position';
import type { RecordSource } from '@/lib/domain/record-source';
import { EMPTY, type Field, fieldWords } from '@/lib/fields/field';
import { formatDate } from '@/lib/french/dates';
import { upperFirst } from '@/lib/french/words';
import { FACT_GROUP_NAMES, fieldsOf, type Patch } from './facts';
import { type FactGroup, STRUCTURE_FIELDS } from './fields';

const degrees = (value: number) => value.toLocaleString('fr-FR', { maximumFractionDigits: 6 });

function positionWords({ longitude, latitude, positionPrecision }: Patch): string {
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return 'inconnue';
  const precision = positionPrecision ? POSITION_PRECISION_NAMES[positionPrecision] : 'précision inconnue';
  return `${precision} (${degrees(latitude)} ; ${degrees(longitude)})`;
}

const territoryWords = ({ territory, territoryBasis, qpvName }: Patch): string =>
  [
    fieldWords(STRUCTURE_FIELDS.territory, territory ?? 'unknown'),
    territoryBasis && fieldWords(STRUCTURE_FIELDS.territoryBasis, territoryBasis),
    qpvName,
  ]
    .filter(Boolean)
    .join(', ');

function contactWords({ contactName, contactEmail, contactPhone, contactPublished }: Patch): string {
  const told = [contactName, contactEmail, contactPhone].filter(Boolean).join(', ');
  return told === '' ? EMPTY : `${told} (${contactPublished ? 'public' : 'jamais public'})`;
}

const sourceWords = ({ url, title, publishedOn }: RecordSource) =>
  [title, publishedOn && formatDate(publishedOn), url].filter(Boolean).join(', ');

type Names = ReadonlyMap<string, string>;

const WORDS: { [Group in FactGroup]?: { label?: string; say: (facts: Patch, communeNames: Names) => string } } = {
  commune: { say: ({ communeCode = '' }, names) => `${names.get(communeCode) ?? ''} (${communeCode})`.trim() },
  position: { label: 'Position sur la carte', say: positionWords },
  territory: { say: territoryWords },
  contact: { label: 'Contact', say: contactWords },
  sources: { say: ({ sources }) => sources?.map(sourceWords).join(' · ') || EMPTY },
};

export const FACT_GROUP_LABELS = Object.fromEntries(
  FACT_GROUP_NAMES.map((group) => {
    const [first = 'name'] = fieldsOf(group);
    return [group, WORDS[group]?.label ?? upperFirst(STRUCTURE_FIELDS[first].label)];
  }),
) as Record<FactGroup, string>;

export function groupWords(group: FactGroup, facts: Patch, communeNames: Names): string {
  const [first = 'name'] = fieldsOf(group);
  const field: Field = STRUCTURE_FIELDS[first];
  return WORDS[group]?.say(facts, communeNames) ?? fieldWords(field, facts[first], communeNames);
}
