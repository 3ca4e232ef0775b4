import { FACT_GROUP_LABELS } from '@/lib/structures/fact-words';

const sourceLabels = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [
    [`sourceTitle-${at}`, `Source ${at + 1}, titre`],
    [`sourceUrl-${at}`, `Source ${at + 1}, adresse`],
    [`sourceDate-${at}`, `Source ${at + 1}, date`],
  ]).flat(),
);

/** Names of the fields in the summary of what is to be corrected: those of what they write, and what only a form tells apart. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
  ...FACT_GROUP_LABELS,
  positionKind: 'Position',
  latitude: 'Latitude',
  longitude: 'Longitude',
  territoryBasis: 'Sur quoi le territoire repose',
  qpvName: 'Nom du quartier',
  contactName: 'Contact, nom',
  contactEmail: 'Contact, courriel',
  contactPhone: 'Contact, téléphone',
  contactPublished: 'Contact public',
  ...sourceLabels,
};
