import type { Territory } from './ground';

/** COG code of each région that has an outline, by its slug in the addresses. */
export const REGION_CODES: Record<string, string> = {
  guadeloupe: '01',
  martinique: '02',
  guyane: '03',
  'la-reunion': '04',
  mayotte: '06',
  'ile-de-france': '11',
  'centre-val-de-loire': '24',
  'bourgogne-franche-comte': '27',
  normandie: '28',
  'hauts-de-france': '32',
  'grand-est': '44',
  'pays-de-la-loire': '52',
  bretagne: '53',
  'nouvelle-aquitaine': '75',
  occitanie: '76',
  'auvergne-rhone-alpes': '84',
  'provence-alpes-cote-d-azur': '93',
  corse: '94',
  'saint-barthelemy': '977',
  'saint-martin': '978',
};

export function focusAreas(query: string): Territory[] {
  const asked = new URLSearchParams(query);
  const departments = asked.getAll('departement');
  if (departments.length > 0) return departments.map((code) => ({ level: 'departement', code }));
  return asked.getAll('region').flatMap((slug): Territory[] => {
    const code = REGION_CODES[slug];
    return code === undefined ? [] : [{ level: 'region', code }];
  });
}
