import { POSITION_PRECISION_NAMES } from '@/lib/domain/position';
import type { RecordSource } from '@/lib/domain/record-source';
import { TERRITORY_BASIS_NAMES, TERRITORY_NAMES } from '@/lib/domain/territory';
import { fieldNames, groupsOf, hidden, shown } from '@/lib/fields/field';
import type { Structure } from '@/prisma/generated/client';

type Kept =
  | 'id'
  | 'slug'
  | 'departmentCode'
  | 'regionCode'
  | 'x'
  | 'y'
  | 'editorialNote'
  | 'firstPublishedAt'
  | 'publishedAt'
  | 'archivedAt'
  | 'version'
  | 'createdAt'
  | 'updatedAt'
  | 'awardKeys'
  | 'latestWaveRank';

const GEOCODERS = { geoplateforme: 'Géoplateforme', commune_table: 'table des communes' };

const titlesOf = (sources: unknown) => (sources as RecordSource[]).map(({ title }) => title).join(', ') || 'aucune';

/** A column of the store that is neither here nor among the kept ones does not compile. */
export const STRUCTURE_FIELDS = {
  name: shown('text', 'nom affiché', 'nom', 'Nom d’usage du lieu.'),
  officialName: shown(
    'text',
    'nom officiel',
    'nom_officiel',
    'Nom de la structure lauréate tel que l’annonce l’écrit, quand il diffère.',
  ),
  siret: hidden('text', 'SIRET', 'siret', 'Quatorze chiffres de l’établissement qui porte le lieu.'),
  rna: hidden('text', 'numéro RNA', 'rna', 'Numéro de l’association au répertoire national.'),
  communeCode: shown('text', 'commune', 'code_commune', 'Code officiel géographique de la commune.', {
    group: 'commune',
    say: (code, names) => names.get(String(code)) ?? String(code),
  }),
  address: shown('text', 'adresse', 'adresse', 'Numéro et voie.'),
  postcode: shown('text', 'code postal', 'code_postal', 'Cinq chiffres.'),
  longitude: shown('decimal', 'longitude', 'longitude', 'Degrés WGS 84.', { group: 'position' }),
  latitude: shown('decimal', 'latitude', 'latitude', 'Degrés WGS 84.', { group: 'position' }),
  positionPrecision: shown(
    'choice',
    'précision de la position',
    'precision_position',
    'Ce que la position désigne : l’adresse, ou le centre de la commune.',
    { group: 'position', choices: POSITION_PRECISION_NAMES },
  ),
  geocodingScore: hidden(
    'decimal',
    'score du géocodage',
    'score_geocodage',
    'De 0 à 1, comme le géocodeur le dit ; vide quand une personne a placé le point.',
    { group: 'position' },
  ),
  geocodingSource: hidden('choice', 'géocodeur', 'geocodeur', 'Ce qui a placé le point.', {
    group: 'position',
    choices: GEOCODERS,
  }),
  territory: shown('choice', 'territoire', 'territoire', 'Quartier prioritaire, rural, ou non précisé.', {
    group: 'territory',
    choices: TERRITORY_NAMES,
  }),
  territoryBasis: shown('choice', 'base du territoire', 'base_territoire', 'Sur quoi le territoire repose.', {
    group: 'territory',
    choices: TERRITORY_BASIS_NAMES,
  }),
  densityLevel: shown(
    'count',
    'niveau de densité',
    'niveau_densite',
    'Niveau de la commune dans la grille de densité de l’Insee, de 1 à 7.',
    { group: 'territory' },
  ),
  qpvName: shown('text', 'quartier prioritaire', 'quartier_prioritaire', 'Nom du quartier prioritaire.', {
    group: 'territory',
  }),
  website: shown('page', 'site internet', 'site_internet', 'Adresse du site du lieu.'),
  phone: shown('phone', 'téléphone', 'telephone', 'Téléphone du lieu, tel qu’on l’écrit en France.'),
  description: shown('text', 'présentation', 'presentation', 'Ce que le lieu dit de lui, ou ce qu’en dit une source.'),
  descriptionSourceUrl: shown(
    'page',
    'page de la présentation',
    'page_presentation',
    'Page dont la présentation est tirée.',
  ),
  contactName: hidden('text', 'nom du contact', 'contact_nom', 'Personne à joindre.', { group: 'contact' }),
  contactEmail: hidden('text', 'courriel du contact', 'contact_courriel', 'Courriel de la personne à joindre.', {
    group: 'contact',
  }),
  contactPhone: hidden('phone', 'téléphone du contact', 'contact_telephone', 'Téléphone de la personne à joindre.', {
    group: 'contact',
  }),
  contactPublished: hidden('yes-no', 'contact public', 'contact_public', 'Si le contact se lit sur la fiche.', {
    group: 'contact',
  }),
  sources: shown('list', 'sources', 'sources', 'Pages sur lesquelles la fiche repose.', { say: titlesOf }),
} satisfies Readonly<Record<Exclude<keyof Structure, Kept> | 'sources', unknown>>;

export type StructureField = keyof typeof STRUCTURE_FIELDS;
export type FactGroup = {
  [Name in StructureField]: (typeof STRUCTURE_FIELDS)[Name] extends { group: infer Group } ? Group : Name;
}[StructureField];

export type ContactField = {
  [Name in StructureField]: (typeof STRUCTURE_FIELDS)[Name] extends { group: 'contact' } ? Name : never;
}[StructureField];
const CONTACT: ReadonlySet<string> = new Set(groupsOf<StructureField>(STRUCTURE_FIELDS).get('contact'));
export const isContact = (name: string): name is ContactField => CONTACT.has(name);

export const STRUCTURE_FIELD_NAMES = fieldNames<StructureField>(STRUCTURE_FIELDS);
