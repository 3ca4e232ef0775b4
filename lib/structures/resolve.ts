import { DetailedError, DomainError } from '@/lib/errors';
import type { Located } from '@/lib/geocoding/located';
import { suggestCommunes } from '@/lib/geography/commune-search';
import { type CommuneCentre, findCommune } from '@/lib/geography/queries';
import { settleCommune } from '@/lib/geography/typed-commune';
import { seal, unseal } from '@/lib/secrets/seal';
import { plainWords } from '@/lib/text/plain-words';
import type { EditedStructure } from './edited';
import { type Patch, type StructureContact, type StructureFacts, sortSources } from './facts';
import type { TypedStructure } from './schema';

/** The code in the text settles which Roubaix, with or without JavaScript. */
const CODE_IN_TEXT = /\(([0-9][0-9AB]\d{3})\)\s*$/i;

/** Refuses what names no commune, or several, with those to choose from. */
export async function resolveCommune(typed: string, choice?: string): Promise<CommuneCentre> {
  const code = CODE_IN_TEXT.exec(typed)?.[1]?.toUpperCase();
  const words = typed.replace(CODE_IN_TEXT, '');
  const named = code ? await findCommune(code) : null;
  if (named && plainWords(named.name) === plainWords(words)) return named;
  const found = await suggestCommunes(words);
  const settled = found.find((one) => one.code === choice) ?? settleCommune(words, found);
  const commune = settled && (await findCommune(settled.code));
  if (commune) return commune;
  if (found.length === 0) throw new DomainError('commune-unknown', 'commune');
  throw new DetailedError('commune-unclear', { found }, 'commune');
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

const GEOCODED = /^geocoded;(-?[\d.]+);(-?[\d.]+);(address|commune);([\d.e-]+);(geoplateforme|commune_table)$/;

/** Sealed, so that only the geocoder gives a score. */
export const geocodedText = ({ longitude, latitude, precision, score, source }: Located): Promise<string> =>
  seal(['geocoded', longitude, latitude, precision, score, source].join(';'));

type Point = Pick<Position, 'longitude' | 'latitude'>;
type Scored = Point & Pick<Position, 'positionPrecision'>;

async function readGeocoded(sealed: string | undefined): Promise<Position | null> {
  const text = sealed ? await unseal(sealed).catch(() => '') : '';
  const [found, x, y, precision, score, source] = GEOCODED.exec(text) ?? [];
  if (!found) return null;
  return {
    longitude: Number(x),
    latitude: Number(y),
    positionPrecision: precision as Position['positionPrecision'],
    geocodingScore: Number(score),
    geocodingSource: source as Position['geocodingSource'],
  };
}

const isSamePoint = (a: Point, b: Point | null | undefined) =>
  a.longitude === b?.longitude && a.latitude === b.latitude;

async function scoreOf(sealed: string | undefined, point: Scored) {
  const found = await readGeocoded(sealed);
  if (!isSamePoint(point, found) || found?.positionPrecision !== point.positionPrecision) return null;
  return { geocodingScore: found.geocodingScore, geocodingSource: found.geocodingSource };
}

/** Coordinates that a hand wrote are kept as an address or refused, never dropped: those the form came with are nobody's. */
async function refuseStrayPoint(typed: TypedStructure, commune: CommuneCentre, shown: StructureFacts | null) {
  const { longitude, latitude, positionKind, geocoded } = typed;
  if (positionKind === 'address' || (longitude === null && latitude === null)) return;
  const point = { longitude, latitude };
  if (isSamePoint(point, shown) || isSamePoint(point, commune)) return;
  if (isSamePoint(point, await readGeocoded(geocoded))) return;
  throw new DomainError('coordinates-without-address', 'positionKind');
}

async function positionOf(
  typed: TypedStructure,
  commune: CommuneCentre,
  saved: StructureFacts | null,
): Promise<Position> {
  if (typed.positionKind === 'unknown') return NOWHERE;
  if (typed.positionKind === 'commune') {
    // A centre that was imported from another source than the table is no change of anyone's.
    if (saved?.positionPrecision === 'commune' && saved.communeCode === commune.code) return positionIn(saved);
    const { longitude, latitude } = commune;
    if (longitude === null || latitude === null) throw new DomainError('commune-without-centre', 'positionKind');
    const centre: Scored = { longitude, latitude, positionPrecision: 'commune' };
    const score = await scoreOf(typed.geocoded, centre);
    return { ...centre, ...(score ?? { geocodingScore: 1, geocodingSource: 'commune_table' }) };
  }
  const [longitude, latitude] = [typed.longitude ?? 0, typed.latitude ?? 0];
  const point: Scored = { longitude, latitude, positionPrecision: 'address' };
  const isUnmoved = isSamePoint(point, saved) && saved?.positionPrecision === 'address';
  const score = (await scoreOf(typed.geocoded, point)) ?? {
    geocodingScore: isUnmoved ? saved.geocodingScore : null,
    geocodingSource: isUnmoved ? saved.geocodingSource : null,
  };
  return { ...point, ...score };
}

const positionIn = ({ longitude, latitude, positionPrecision, geocodingScore, geocodingSource }: StructureFacts) => ({
  longitude,
  latitude,
  positionPrecision,
  geocodingScore,
  geocodingSource,
});

export type Typed = Omit<StructureFacts, 'densityLevel'> & StructureContact;

export async function toFacts(
  typed: TypedStructure,
  saved: EditedStructure | null,
  version: number | null,
): Promise<Typed> {
  const commune = await resolveCommune(typed.commune, typed.communeChoice);
  const {
    commune: _,
    communeChoice: _choice,
    positionKind: _kind,
    geocoded: _found,
    keepSaved: _kept,
    ...facts
  } = typed;
  // Over someone else's change, what differs is told first.
  if ((saved?.version ?? null) === version) await refuseStrayPoint(typed, commune, saved?.facts ?? null);
  return {
    ...facts,
    communeCode: commune.code,
    ...(await positionOf(typed, commune, saved?.facts ?? null)),
    territoryBasis: typed.territoryBasis ?? null,
    sources: sortSources(typed.sources),
  } satisfies Patch;
}
