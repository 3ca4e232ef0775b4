import { FACT_GROUP_LABELS } from '@/lib/structures/fact-words';

const sourceLabels = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [
    [`sourceTitle-${at}`, `Source ${at + 1}, titre`],
    [`sourceUrl-${at}`, `Source ${at + 1}, adresse`],
    [`sourceDate-${at}`, `Source ${at + 1}, date`],
  ]).flat(),
);

/** What only a form tells apart, by the group that it writes. */
const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  position: { positionKind: 'Position', latitude: 'Latitude', longitude: 'Longitude' },
  territory: { territoryBasis: 'Sur quoi le territoire repose', qpvName: 'Nom du quartier' },
  contact: {
    contactName: 'Contact, nom',
    contactEmail: 'Contact, courriel',
    contactPhone: 'Contact, téléphone',
    contactPublished: 'Contact public',
  },
  sources: sourceLabels,
};

export const FIELD_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(FACT_GROUP_LABELS).flatMap(([group, label]) => [
    [group, label],
    ...Object.entries(PARTS[group] ?? {}),
  ]),
);
