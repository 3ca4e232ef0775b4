import { POSITION_PRECISION_NAMES } from '@/lib/domain/position';
import { TERRITORY_BASIS_NAMES, TERRITORY_NAMES } from '@/lib/domain/territory';
import { formatInstant } from '@/lib/french/instants';
import { degreesText } from '@/lib/structures/degrees-text';

/** How the journal names the fields of a structure. */
export const STRUCTURE_FIELDS = {
  name: 'nom affiché',
  officialName: 'nom officiel',
  siret: 'SIRET',
  rna: 'numéro RNA',
  communeCode: 'commune',
  address: 'adresse',
  postcode: 'code postal',
  longitude: 'longitude',
  latitude: 'latitude',
  positionPrecision: 'précision de la position',
  geocodingScore: 'score du géocodage',
  geocodingSource: 'géocodeur',
  territory: 'territoire',
  territoryBasis: 'base du territoire',
  densityLevel: 'niveau de densité',
  qpvName: 'quartier prioritaire',
  website: 'site internet',
  description: 'présentation',
  descriptionSourceUrl: 'page de la présentation',
  contact: 'contact',
  sources: 'sources',
  publishedAt: 'publiée le',
  archivedAt: 'archivée le',
} as const;

const WORDS: Record<string, Record<string, string>> = {
  territory: TERRITORY_NAMES,
  territoryBasis: TERRITORY_BASIS_NAMES,
  positionPrecision: POSITION_PRECISION_NAMES,
  geocodingSource: { geoplateforme: 'Géoplateforme', commune_table: 'table des communes' },
  contact: { changed: 'modifié' },
};

const sourcesWords = (value: unknown[]) =>
  value
    .map((source) => (typeof source === 'object' && source && 'title' in source ? String(source.title) : ''))
    .join(', ') || 'aucune';

/** A value of a structure in words; null when it is none of a structure, or says itself. */
export function structureValueWords(
  name: string,
  value: unknown,
  placeNames: ReadonlyMap<string, string>,
): string | null {
  if (!(name in STRUCTURE_FIELDS)) return null;
  if (value === null) return 'vide';
  if (name === 'communeCode') return placeNames.get(String(value)) ?? String(value);
  if (name === 'sources' && Array.isArray(value)) return sourcesWords(value);
  if (name.endsWith('At')) return formatInstant(new Date(String(value)));
  if (typeof value === 'number') return degreesText(value);
  return WORDS[name]?.[String(value)] ?? String(value);
}
