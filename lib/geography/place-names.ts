/** The official table writes straight apostrophes; the interface writes « Côte-d’Or ». */
export const placeName = (name: string): string => name.replaceAll("'", '’');

/** « Roubaix (59512) ». */
export const communeWithCode = ({ name, code }: { name: string; code: string }): string =>
  `${placeName(name)} (${code})`;

/** By slug, where it is not « en ». */
const REGIONS = new Map([
  ['grand-est', 'dans le Grand Est'],
  ['pays-de-la-loire', 'dans les Pays de la Loire'],
  ['la-reunion', 'à La Réunion'],
  ['mayotte', 'à Mayotte'],
  ['saint-martin', 'à Saint-Martin'],
  ['saint-barthelemy', 'à Saint-Barthélemy'],
  ['saint-pierre-et-miquelon', 'à Saint-Pierre-et-Miquelon'],
  ['wallis-et-futuna', 'à Wallis-et-Futuna'],
  ['terres-australes-et-antarctiques-francaises', 'dans les Terres australes et antarctiques françaises'],
  ['ile-de-clipperton', 'sur l’île de Clipperton'],
]);

/** By the words that come before their name; all others take « en ». */
const DEPARTMENTS: [before: string, codes: string][] = [
  ['dans l’', '01 02 03 10 11 12 27 34 36 60 61 89 91'],
  ['dans le ', '14 15 18 25 29 30 32 39 41 45 46 47 56 59 62 63 67 68 69 81 82 83 84 90 94 95'],
  ['dans la ', '23 26 42 50 51 55 58 72 80 86'],
  ['dans les ', '04 05 06 08 13 22 40 64 65 66 78 79 88 92'],
  ['à ', '75 974 975 976 977 978 986'],
  ['dans les ', '984'],
  ['sur l’', '989'],
];
const beforeDepartment = new Map(
  DEPARTMENTS.flatMap(([before, codes]) => codes.split(' ').map((code): [string, string] => [code, before])),
);

/** « en Hauts-de-France », « dans le Grand Est », « à La Réunion » */
export const inRegion = ({ slug, name }: { slug: string; name: string }): string =>
  REGIONS.get(slug) ?? `en ${placeName(name)}`;

/** « dans l’Aisne », « en Seine-Saint-Denis », « à Paris » */
export const inDepartment = ({ code, name }: { code: string; name: string }): string =>
  `${beforeDepartment.get(code) ?? 'en '}${placeName(name)}`;
