import { DomainError } from '@/lib/errors';
import { suggestCommunes } from '@/lib/geography/commune-search';
import { placeName } from '@/lib/geography/place-names';
import { findCommune, type Place } from '@/lib/geography/queries';
import { settleCommune } from '@/lib/geography/typed-place';
import { plainWords } from '@/lib/text/plain-words';
import type { EditedStructure } from './edited';
import { type Patch, type StructureContact, type StructureFacts, sortSources } from './facts';
import type { TypedStructure } from './schema';

/** « Roubaix (59512) »: the code in the text settles which Roubaix, with or without JavaScript. */
export const communeLabel = ({ name, code }: { name: string; code: string }): string => `${placeName(name)} (${code})`;

const CODE_IN_TEXT = /\(([0-9][0-9AB]\d{3})\)\s*$/i;

/** The commune of what was typed or chosen. Refuses what names none, or several, with those to choose from. */
export async function resolveCommune(typed: string, choice?: string): Promise<Place> {
  const code = CODE_IN_TEXT.exec(typed)?.[1]?.toUpperCase();
  const words = typed.replace(CODE_IN_TEXT, '');
  const named = code ? await findCommune(code) : null;
  if (named && plainWords(named.name) === plainWords(words)) return named;
  const found = await suggestCommunes(words);
  const settled = found.find((one) => one.code === choice) ?? settleCommune(words, found);
  const commune = settled && (await findCommune(settled.code));
  if (commune) return commune;
  throw new DomainError(
    found.length > 0 ? 'commune-unclear' : 'commune-unknown',
    'commune',
    found.map(({ code: value, name, departmentName }) => ({
      value,
      label: `${communeLabel({ name, code: value })}, ${placeName(departmentName)}`,
    })),
  );
}

type Position = Pick<
  StructureFacts,
  'longitude' | 'latitude' | 'positionPrecision' | 'geocodingScore' | 'geocodingSource'
>;
const NOWHERE: Position = {
  longitude: null,
  latitude: null,
  positionPrecision: null,
  geocodingScore: null,
  geocodingSource: null,
};

const GEOCODED = /^(-?[\d.]+);(-?[\d.]+);(0|1|0?\.\d+);(geoplateforme|commune_table)$/;

/** What the geocoder said, in one field of the form. */
export const geocodedText = (found: { longitude: number; latitude: number; score: number; source: string }): string =>
  [found.longitude, found.latitude, found.score, found.source].join(';');

/** The score belongs to the point that was found, and to no other. */
function scoreOf(text: string | undefined, longitude: number, latitude: number) {
  const [, x, y, score, source] = GEOCODED.exec(text ?? '') ?? [];
  if (score === undefined || Number(x) !== longitude || Number(y) !== latitude) return null;
  return { geocodingScore: Number(score), geocodingSource: source as NonNullable<Position['geocodingSource']> };
}

function positionOf(typed: TypedStructure, commune: Place, saved: StructureFacts | null): Position {
  if (typed.positionKind === 'unknown') return NOWHERE;
  if (typed.positionKind === 'commune') {
    // A centre that was imported from another source than the table is no change of anyone's.
    if (saved?.positionPrecision === 'commune' && saved.communeCode === commune.code) return positionIn(saved);
    const { longitude, latitude } = commune;
    if (longitude === null || latitude === null) throw new DomainError('commune-without-centre', 'positionKind');
    const score = scoreOf(typed.geocoded, longitude, latitude);
    return {
      longitude,
      latitude,
      positionPrecision: 'commune',
      ...(score ?? { geocodingScore: 1, geocodingSource: 'commune_table' }),
    };
  }
  const [longitude, latitude] = [typed.longitude ?? 0, typed.latitude ?? 0];
  const isUnmoved = saved?.longitude === longitude && saved.latitude === latitude;
  const score = scoreOf(typed.geocoded, longitude, latitude) ?? {
    geocodingScore: isUnmoved ? saved.geocodingScore : null,
    geocodingSource: isUnmoved ? saved.geocodingSource : null,
  };
  return { longitude, latitude, positionPrecision: 'address', ...score };
}

const positionIn = ({ longitude, latitude, positionPrecision, geocodingScore, geocodingSource }: StructureFacts) => ({
  longitude,
  latitude,
  positionPrecision,
  geocodingScore,
  geocodingSource,
});

export type Typed = Omit<StructureFacts, 'densityLevel'> & StructureContact;

/** What was typed as what is to be written: the commune found, the position settled, what has no object left out. */
export async function toTyped(typed: TypedStructure, saved: EditedStructure | null): Promise<Typed> {
  const commune = await resolveCommune(typed.commune, typed.communeChoice);
  const { name, officialName, siret, rna, address, postcode, territory, website, description } = typed;
  const { contactName, contactEmail, contactPhone, contactPublished, descriptionSourceUrl } = typed;
  return {
    name,
    officialName,
    siret,
    rna,
    communeCode: commune.code,
    address,
    postcode,
    ...positionOf(typed, commune, saved?.facts ?? null),
    territory,
    territoryBasis: territory === 'unknown' ? null : (typed.territoryBasis ?? null),
    qpvName: territory === 'qpv' ? typed.qpvName : null,
    website,
    description,
    descriptionSourceUrl: description ? descriptionSourceUrl : null,
    contactName,
    contactEmail,
    contactPhone,
    contactPublished,
    sources: sortSources(typed.sources),
  } satisfies Patch;
}
