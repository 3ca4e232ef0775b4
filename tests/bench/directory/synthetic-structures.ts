import { plainWords, slugify } from '@/lib/text/plain-words';
import { type SeededRandom, seededRandom, weightedIndex } from './seeded-random';
import { syntheticDescription, syntheticName, syntheticOfficialName } from './synthetic-names';

/** What the generator reads of a commune: weight in inhabitants, centre in degrees WGS 84. */
export type SyntheticCommune = {
  code: string;
  name: string;
  postcode: string | null;
  population: number;
  longitude: number | null;
  latitude: number | null;
};

/** A real laureate: each synthetic one copies the shares of territory, wave, label and position from one of them. */
export type Model = {
  wave: string;
  kind: 'fabrique' | 'fabrique_numerique' | 'unknown';
  territory: 'qpv' | 'rural' | 'unknown';
  territory_basis: string | null;
  density_level: number | null;
  address: string | null;
  coordinates_precision: string | null;
  website: string | null;
  description: string | null;
};

export type SyntheticWave = {
  id: string;
  rank: number;
  flatRate: boolean;
  annualCeilingEuros: number | null;
  durationYears: number | null;
};

export type SyntheticAward = { waveId: string; rank: number; label: string };
export type SyntheticInstalment = {
  waveId: string;
  purpose: 'seed' | 'digital_bonus';
  yearOfAid: number | null;
  amountEuros: number;
  status: 'announced' | 'planned' | 'paid' | 'cancelled';
};

export type SyntheticStructure = {
  id: string;
  slug: string;
  name: string;
  officialName: string | null;
  communeCode: string;
  address: string | null;
  postcode: string | null;
  longitude: number | null;
  latitude: number | null;
  positionPrecision: string | null;
  territory: string;
  territoryBasis: string | null;
  densityLevel: number | null;
  website: string | null;
  description: string | null;
  /** By rank of wave. */
  awards: SyntheticAward[];
  instalments: SyntheticInstalment[];
};

export type SyntheticReference = {
  communes: readonly SyntheticCommune[];
  models: readonly Model[];
  /** By rank. */
  waves: readonly SyntheticWave[];
};

/** The key of a structure by its number, from 1. */
export const syntheticId = (number: number): string => `synthetic-${String(number).padStart(7, '0')}`;

const SEED = 20_261_123;
/** Of the 80 announced in 2024, 55 had a label already, among 382. */
const SHARE_LABELLED_AGAIN = 55 / 382;
const SHARE_WITH_OWN_AMOUNT = 0.1;
const JITTER_DEGREES = 0.008;

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

function placeOf(random: SeededRandom, commune: SyntheticCommune, precision: string | null) {
  if (precision === null || commune.longitude === null || commune.latitude === null) {
    return { longitude: null, latitude: null, positionPrecision: null };
  }
  const spread = precision === 'address' ? JITTER_DEGREES : 0;
  return {
    longitude: round(commune.longitude + spread * random.normal()),
    latitude: round(commune.latitude + spread * random.normal()),
    positionPrecision: precision,
  };
}

function awardsOf(random: SeededRandom, model: Model, wave: SyntheticWave, last: SyntheticWave): SyntheticAward[] {
  const first = { waveId: wave.id, rank: wave.rank, label: model.kind };
  const isAgain = random.chance(SHARE_LABELLED_AGAIN) && wave !== last;
  return isAgain ? [first, { waveId: last.id, rank: last.rank, label: 'unknown' }] : [first];
}

/** Flat-rate waves give every laureate the same; elsewhere a few amounts are known by name. */
function instalmentsOf(random: SeededRandom, model: Model, wave: SyntheticWave): SyntheticInstalment[] {
  const status = random.chance(0.9) ? 'announced' : random.pick(['planned', 'paid', 'cancelled'] as const);
  const seed = { waveId: wave.id, purpose: 'seed', status } as const;
  if (wave.flatRate) {
    const amountEuros = wave.annualCeilingEuros ?? 50_000;
    return Array.from({ length: wave.durationYears ?? 1 }, (_, year) => ({
      ...seed,
      yearOfAid: year + 1,
      amountEuros,
    }));
  }
  const known: SyntheticInstalment[] = [];
  if (random.chance(SHARE_WITH_OWN_AMOUNT)) {
    known.push({ ...seed, yearOfAid: 1, amountEuros: 25_000 + 5_000 * random.below(6) });
  }
  if (model.kind === 'fabrique_numerique' && random.chance(SHARE_WITH_OWN_AMOUNT)) {
    known.push({ ...seed, purpose: 'digital_bonus', yearOfAid: null, amountEuros: 100_000 });
  }
  return known;
}

/** Numbers the second and later holders of an address: « la-grange-lille », « la-grange-lille-2 ». */
function slugMaker(): (name: string, commune: string) => string {
  const holders = new Map<string, number>();
  return (name, commune) => {
    const wanted = slugify(`${name} ${commune}`);
    for (let number = (holders.get(wanted) ?? 0) + 1; ; number += 1) {
      holders.set(wanted, number);
      const slug = number === 1 ? wanted : `${wanted}-${number}`;
      if (slug === wanted) return slug;
      if (!holders.has(slug)) {
        holders.set(slug, 1);
        return slug;
      }
    }
  };
}

/**
 * Structures in the real shares, in real communes weighted by population. The same at every run; a smaller directory is
 * the beginning of a larger one.
 */
export function* syntheticStructures(count: number, reference: SyntheticReference): Generator<SyntheticStructure> {
  const random = seededRandom(SEED);
  const drawCommune = weightedIndex(reference.communes.map(({ population }) => population));
  const waveOf = new Map(reference.waves.map((wave) => [wave.id, wave]));
  const lastWave = reference.waves.at(-1);
  const makeSlug = slugMaker();
  for (let number = 1; number <= count; number += 1) {
    const model = random.pick(reference.models);
    const commune = reference.communes[drawCommune(random)];
    const wave = waveOf.get(model.wave);
    if (!commune || !wave || !lastWave) throw new RangeError('no commune or wave to draw from');
    const name = syntheticName(random, commune.name);
    yield {
      id: syntheticId(number),
      slug: makeSlug(name, commune.name),
      name,
      officialName: syntheticOfficialName(random, name),
      communeCode: commune.code,
      address: model.address === null ? null : `${1 + random.below(120)} rue de la République`,
      postcode: commune.postcode,
      ...placeOf(random, commune, model.coordinates_precision),
      territory: model.territory,
      territoryBasis: model.territory_basis,
      densityLevel: model.density_level,
      website: model.website === null ? null : `https://${slugify(name)}.example.fr/`,
      description: model.description === null ? null : syntheticDescription(random),
      awards: awardsOf(random, model, wave, lastWave),
      instalments: instalmentsOf(random, model, wave),
    };
  }
}

/** The words that a search may turn a misspelt one into, as the database's triggers keep them. */
export const wordsOf = (texts: readonly (string | null)[]): string[] =>
  plainWords(texts.join(' '))
    .split(' ')
    .filter((word) => word.length >= 2);
