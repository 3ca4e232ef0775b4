import { createHash } from 'node:crypto';
import { DATA_DATE } from '@/lib/default-data/load';
import type { readLaureates } from '@/lib/default-data/read-tables';
import { slugify } from '@/lib/text/plain-words';
import { type SeededRandom, seededRandom, weightedIndex } from './seeded-random';
import { syntheticDescription, syntheticName, syntheticOfficialName } from './synthetic-names';

/** Population in inhabitants, centre in degrees WGS 84. */
export type SyntheticCommune = {
  code: string;
  name: string;
  postcode: string | null;
  population: number;
  longitude: number | null;
  latitude: number | null;
};

export type SyntheticWave = {
  id: string;
  rank: number;
  flatRate: boolean;
  annualCeilingEuros: number | null;
  durationYears: number | null;
};

/** A synthetic structure copies territory, wave, label and position from a real laureate. */
type Model = ReturnType<typeof readLaureates>[number];

export type SyntheticReference = {
  communes: readonly SyntheticCommune[];
  models: readonly Model[];
  waves: readonly SyntheticWave[];
};

export const syntheticId = (number: number): string => `synthetic-${String(number).padStart(7, '0')}`;

export const SOURCE_URL = 'https://example.fr/liste-des-laureats';

const SEED = 20_261_123;
/** Of the 80 announced in 2024, 55 had a label already, among 382. */
const SHARE_LABELLED_AGAIN = 55 / 382;
const SHARE_WITH_OWN_AMOUNT = 0.1;
const JITTER_DEGREES = 0.008;

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

const DATES = { created_at: DATA_DATE, updated_at: DATA_DATE };

function placeOf(random: SeededRandom, { longitude, latitude }: SyntheticCommune, precision: string | null) {
  if (precision === null || longitude === null || latitude === null) {
    return { longitude: null, latitude: null, position_precision: null };
  }
  const spread = precision === 'address' ? JITTER_DEGREES : 0;
  return {
    longitude: round(longitude + spread * random.normal()),
    latitude: round(latitude + spread * random.normal()),
    position_precision: precision,
  };
}

/** Known without a look-up: the instalments of a million awards need it while no index is there. */
const awardOf = (structureId: string, waveId: string, label: Model['kind']) => ({
  id: createHash('md5').update(`${structureId} ${waveId}`).digest('hex'),
  structure_id: structureId,
  wave_id: waveId,
  label,
  source_url: SOURCE_URL,
  ...DATES,
});

function instalmentsOf(random: SeededRandom, awardId: string, model: Model, wave: SyntheticWave) {
  const status = random.chance(0.9) ? 'announced' : random.pick(['planned', 'paid', 'cancelled']);
  const instalment = (purpose: 'seed' | 'digital_bonus', yearOfAid: number | null, amountEuros: number) => ({
    award_id: awardId,
    purpose,
    year_of_aid: yearOfAid,
    amount_euros: amountEuros,
    status,
    source_url: SOURCE_URL,
    ...DATES,
  });
  if (wave.flatRate) {
    const years = Array.from({ length: wave.durationYears ?? 1 }, (_, year) => year + 1);
    return years.map((year) => instalment('seed', year, wave.annualCeilingEuros ?? 50_000));
  }
  return [
    ...(random.chance(SHARE_WITH_OWN_AMOUNT) ? [instalment('seed', 1, 25_000 + 5_000 * random.below(6))] : []),
    ...(model.kind === 'fabrique_numerique' && random.chance(SHARE_WITH_OWN_AMOUNT)
      ? [instalment('digital_bonus', null, 100_000)]
      : []),
  ];
}

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

/** The same at every run; a smaller directory is the beginning of a larger one. */
export function* syntheticStructures(count: number, { communes, models, waves }: SyntheticReference) {
  const random = seededRandom(SEED);
  const drawCommune = weightedIndex(communes.map(({ population }) => population));
  const last = waves.at(-1);
  const makeSlug = slugMaker();
  for (let number = 1; number <= count; number += 1) {
    const model = random.pick(models);
    const commune = communes[drawCommune(random)];
    const wave = waves.find(({ id }) => id === model.wave);
    if (!commune || !wave || !last) throw new RangeError('no commune or wave to draw from');
    const id = syntheticId(number);
    const name = syntheticName(random, commune.name);
    const facts = {
      id,
      slug: makeSlug(name, commune.name),
      name,
      official_name: syntheticOfficialName(random, name),
      commune_code: commune.code,
      address: model.address === null ? null : `${1 + random.below(120)} rue de la République`,
      postcode: commune.postcode,
      ...placeOf(random, commune, model.coordinates_precision),
      territory: model.territory,
      territory_basis: model.territory_basis,
      density_level: model.density_level,
      website: model.website === null ? null : `https://${slugify(name)}.example.fr/`,
      description: model.description === null ? null : syntheticDescription(random),
      description_source_url: model.description === null ? null : SOURCE_URL,
    };
    const first = awardOf(id, wave.id, model.kind);
    const isAgain = random.chance(SHARE_LABELLED_AGAIN) && wave !== last;
    const awards = isAgain ? [first, awardOf(id, last.id, 'unknown')] : [first];
    const structure = {
      ...facts,
      published_at: DATA_DATE,
      first_published_at: DATA_DATE,
      award_keys: awards.map(({ wave_id, label }) => `${wave_id}:${label}`),
      latest_wave_rank: isAgain ? last.rank : wave.rank,
      ...DATES,
    };
    yield { structure, awards, instalments: instalmentsOf(random, first.id, model, wave) };
  }
}

export type SyntheticStructure =
  ReturnType<typeof syntheticStructures> extends Generator<infer Structure> ? Structure : never;
