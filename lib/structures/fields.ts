import { POSITION_PRECISION_NAMES } from '@/lib/domain/position';
import type { RecordSource } from '@/lib/domain/record-source';
import { TERRITORY_BASIS_NAMES, TERRITORY_NAMES } from '@/lib/domain/territory';
import { type Field, fieldNames } from '@/lib/fields/field';
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
  name: {
    kind: 'text',
    label: 'nom affiché',
    heading: 'nom',
    description: 'Nom d’usage du lieu.',
    isPublic: true,
  },
  officialName: {
    kind: 'text',
    label: 'nom officiel',
    heading: 'nom_officiel',
    description: 'Nom de la structure lauréate tel que l’annonce l’écrit, quand il diffère.',
    isPublic: true,
  },
  siret: {
    kind: 'text',
    label: 'SIRET',
    heading: 'siret',
    description: 'Quatorze chiffres de l’établissement qui porte le lieu.',
    isPublic: false,
  },
  rna: {
    kind: 'text',
    label: 'numéro RNA',
    heading: 'rna',
    description: 'Numéro de l’association au répertoire national.',
    isPublic: false,
  },
  communeCode: {
    kind: 'text',
    label: 'commune',
    heading: 'code_commune',
    description: 'Code officiel géographique de la commune.',
    isPublic: true,
    group: 'commune',
    say: (code, names) => names.get(String(code)) ?? String(code),
  },
  address: {
    kind: 'text',
    label: 'adresse',
    heading: 'adresse',
    description: 'Numéro et voie.',
    isPublic: true,
  },
  postcode: {
    kind: 'text',
    label: 'code postal',
    heading: 'code_postal',
    description: 'Cinq chiffres.',
    isPublic: true,
  },
  longitude: {
    kind: 'decimal',
    label: 'longitude',
    heading: 'longitude',
    description: 'Degrés WGS 84.',
    isPublic: true,
    group: 'position',
  },
  latitude: {
    kind: 'decimal',
    label: 'latitude',
    heading: 'latitude',
    description: 'Degrés WGS 84.',
    isPublic: true,
    group: 'position',
  },
  positionPrecision: {
    kind: 'choice',
    label: 'précision de la position',
    heading: 'precision_position',
    description: 'Ce que la position désigne : l’adresse, ou le centre de la commune.',
    isPublic: true,
    group: 'position',
    choices: POSITION_PRECISION_NAMES,
  },
  geocodingScore: {
    kind: 'decimal',
    label: 'score du géocodage',
    heading: 'score_geocodage',
    description: 'De 0 à 1, comme le géocodeur le dit ; vide quand une personne a placé le point.',
    isPublic: false,
    group: 'position',
  },
  geocodingSource: {
    kind: 'choice',
    label: 'géocodeur',
    heading: 'geocodeur',
    description: 'Ce qui a placé le point.',
    isPublic: false,
    group: 'position',
    choices: GEOCODERS,
  },
  territory: {
    kind: 'choice',
    label: 'territoire',
    heading: 'territoire',
    description: 'Quartier prioritaire, rural, ou non précisé.',
    isPublic: true,
    group: 'territory',
    choices: TERRITORY_NAMES,
  },
  territoryBasis: {
    kind: 'choice',
    label: 'base du territoire',
    heading: 'base_territoire',
    description: 'Sur quoi le territoire repose.',
    isPublic: true,
    group: 'territory',
    choices: TERRITORY_BASIS_NAMES,
  },
  densityLevel: {
    kind: 'count',
    label: 'niveau de densité',
    heading: 'niveau_densite',
    description: 'Niveau de la commune dans la grille de densité de l’Insee, de 1 à 7.',
    isPublic: true,
    group: 'territory',
  },
  qpvName: {
    kind: 'text',
    label: 'quartier prioritaire',
    heading: 'quartier_prioritaire',
    description: 'Nom du quartier prioritaire.',
    isPublic: true,
    group: 'territory',
  },
  website: {
    kind: 'page',
    label: 'site internet',
    heading: 'site_internet',
    description: 'Adresse du site du lieu.',
    isPublic: true,
  },
  phone: {
    kind: 'text',
    label: 'téléphone',
    heading: 'telephone',
    description: 'Téléphone du lieu, tel qu’on l’écrit en France.',
    isPublic: true,
  },
  description: {
    kind: 'text',
    label: 'présentation',
    heading: 'presentation',
    description: 'Ce que le lieu dit de lui, ou ce qu’en dit une source.',
    isPublic: true,
  },
  descriptionSourceUrl: {
    kind: 'page',
    label: 'page de la présentation',
    heading: 'page_presentation',
    description: 'Page dont la présentation est tirée.',
    isPublic: true,
  },
  contactName: {
    kind: 'text',
    label: 'nom du contact',
    heading: 'contact_nom',
    description: 'Personne à joindre.',
    isPublic: false,
    group: 'contact',
  },
  contactEmail: {
    kind: 'text',
    label: 'courriel du contact',
    heading: 'contact_courriel',
    description: 'Courriel de la personne à joindre.',
    isPublic: false,
    group: 'contact',
  },
  contactPhone: {
    kind: 'text',
    label: 'téléphone du contact',
    heading: 'contact_telephone',
    description: 'Téléphone de la personne à joindre.',
    isPublic: false,
    group: 'contact',
  },
  contactPublished: {
    kind: 'yes-no',
    label: 'contact public',
    heading: 'contact_public',
    description: 'Si le contact se lit sur la fiche.',
    isPublic: false,
    group: 'contact',
  },
  sources: {
    kind: 'list',
    label: 'sources',
    heading: 'sources',
    description: 'Pages sur lesquelles la fiche repose.',
    isPublic: true,
    say: titlesOf,
  },
} as const satisfies Readonly<Record<Exclude<keyof Structure, Kept> | 'sources', Field>>;

export type StructureField = keyof typeof STRUCTURE_FIELDS;
export type FactGroup = {
  [Name in StructureField]: (typeof STRUCTURE_FIELDS)[Name] extends { group: infer Group } ? Group : Name;
}[StructureField];

export type ContactField = Extract<StructureField, `contact${string}`>;
export const isContact = (name: string): name is ContactField => name.startsWith('contact');

export const STRUCTURE_FIELD_NAMES = fieldNames<StructureField>(STRUCTURE_FIELDS);
