const sourceLabels = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [
    [`sourceTitle-${at}`, `Source ${at + 1}, titre`],
    [`sourceUrl-${at}`, `Source ${at + 1}, adresse`],
    [`sourceDate-${at}`, `Source ${at + 1}, date`],
  ]).flat(),
);

/** Names of the fields in the summary of what is to be corrected. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
  name: 'Nom affiché',
  officialName: 'Nom officiel',
  siret: 'SIRET',
  rna: 'Numéro RNA',
  commune: 'Commune',
  address: 'Adresse',
  postcode: 'Code postal',
  positionKind: 'Position',
  latitude: 'Latitude',
  longitude: 'Longitude',
  territory: 'Territoire',
  territoryBasis: 'Sur quoi le territoire repose',
  qpvName: 'Nom du quartier',
  website: 'Site internet',
  description: 'Présentation',
  descriptionSourceUrl: 'Page de la présentation',
  contactName: 'Contact, nom',
  contactEmail: 'Contact, courriel',
  contactPhone: 'Contact, téléphone',
  contactPublished: 'Contact public',
  sources: 'Sources',
  ...sourceLabels,
};
