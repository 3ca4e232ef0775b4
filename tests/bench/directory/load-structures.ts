import type { ClientBase } from 'pg';
import { DATA_DATE } from '@/lib/default-data/load';
import type { SyntheticStructure } from './synthetic-structures';

type Column = [name: string, type: string, values: readonly (string | number | null)[]];

/** Known without a look-up: the instalments of a million awards need it while no index is there. */
const AWARD_ID = "md5(r.structure_id || ' ' || r.wave_id)::uuid";
const SOURCE_URL = 'https://example.fr/liste-des-laureats';

/** `unnest` of one array a column: far less to read for the server than rows of JSON. */
async function insertColumns(client: ClientBase, statement: (from: string) => string, columns: Column[]) {
  const arrays = columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ');
  const names = columns.map(([name]) => name).join(', ');
  await client.query(
    statement(`unnest(${arrays}) AS r(${names})`),
    columns.map(([, , values]) => values),
  );
}

const structureColumns = (structures: SyntheticStructure[]): Column[] => [
  ['id', 'text', structures.map(({ id }) => id)],
  ['slug', 'text', structures.map(({ slug }) => slug)],
  ['name', 'text', structures.map(({ name }) => name)],
  ['official_name', 'text', structures.map(({ officialName }) => officialName)],
  ['commune_code', 'text', structures.map(({ communeCode }) => communeCode)],
  ['address', 'text', structures.map(({ address }) => address)],
  ['postcode', 'text', structures.map(({ postcode }) => postcode)],
  ['longitude', 'float8', structures.map(({ longitude }) => longitude)],
  ['latitude', 'float8', structures.map(({ latitude }) => latitude)],
  ['position_precision', 'position_precision', structures.map(({ positionPrecision }) => positionPrecision)],
  ['territory', 'territory', structures.map(({ territory }) => territory)],
  ['territory_basis', 'territory_basis', structures.map(({ territoryBasis }) => territoryBasis)],
  ['density_level', 'int2', structures.map(({ densityLevel }) => densityLevel)],
  ['website', 'text', structures.map(({ website }) => website)],
  ['description', 'text', structures.map(({ description }) => description)],
  [
    'award_keys',
    'text',
    structures.map(({ awards }) => awards.map(({ waveId, label }) => `${waveId}:${label}`).join()),
  ],
  ['latest_wave_rank', 'int4', structures.map(({ awards }) => Math.max(0, ...awards.map(({ rank }) => rank)))],
];

const awardColumns = (structures: SyntheticStructure[]): Column[] => {
  const awards = structures.flatMap(({ id, awards: own }) => own.map((award) => ({ id, ...award })));
  return [
    ['structure_id', 'text', awards.map(({ id }) => id)],
    ['wave_id', 'text', awards.map(({ waveId }) => waveId)],
    ['label', 'award_label', awards.map(({ label }) => label)],
  ];
};

const instalmentColumns = (structures: SyntheticStructure[]): Column[] => {
  const instalments = structures.flatMap(({ id, instalments: own }) => own.map((one) => ({ id, ...one })));
  return [
    ['structure_id', 'text', instalments.map(({ id }) => id)],
    ['wave_id', 'text', instalments.map(({ waveId }) => waveId)],
    ['purpose', 'instalment_purpose', instalments.map(({ purpose }) => purpose)],
    ['year_of_aid', 'int2', instalments.map(({ yearOfAid }) => yearOfAid)],
    ['amount_euros', 'int4', instalments.map(({ amountEuros }) => amountEuros)],
    ['status', 'instalment_status', instalments.map(({ status }) => status)],
  ];
};

// Each derived column is what the trigger of its table would write; `checkDerived` compares them afterwards.
const INSERT_STRUCTURES = (from: string) => `
  INSERT INTO structure (id, slug, name, official_name, commune_code, department_code, region_code, address, postcode,
    longitude, latitude, position_precision, territory, territory_basis, density_level, website, description,
    description_source_url, published_at, first_published_at, created_at, updated_at, award_keys, latest_wave_rank, search_vector)
  SELECT r.id, r.slug, r.name, r.official_name, r.commune_code, p.department_code, p.region_code, r.address, r.postcode,
    r.longitude, r.latitude, r.position_precision, r.territory, r.territory_basis, r.density_level, r.website, r.description,
    CASE WHEN r.description IS NOT NULL THEN '${SOURCE_URL}' END, '${DATA_DATE}', '${DATA_DATE}', '${DATA_DATE}', '${DATA_DATE}',
    string_to_array(r.award_keys, ','), r.latest_wave_rank,
    setweight(to_tsvector('fr', plain_words(r.name)), 'A')
      || setweight(to_tsvector('fr', plain_words(r.official_name)), 'B') || p.commune_vector || p.around_vector
      || words_as_written(concat_ws(' ', r.name, r.official_name)) || p.words
  FROM ${from} JOIN bench_place p ON p.code = r.commune_code`;

const INSERT_SLUGS = (from: string) =>
  `INSERT INTO structure_slug (slug, structure_id) SELECT r.slug, r.id FROM ${from}`;

const INSERT_SOURCES = (from: string) => `
  INSERT INTO structure_source (structure_id, url, title)
  SELECT r.id, '${SOURCE_URL}', 'Liste des lauréats' FROM ${from}`;

const INSERT_AWARDS = (from: string) => `
  INSERT INTO award (id, structure_id, wave_id, label, source_url, created_at, updated_at)
  SELECT ${AWARD_ID}, r.structure_id, r.wave_id, r.label, '${SOURCE_URL}', '${DATA_DATE}', '${DATA_DATE}' FROM ${from}`;

const INSERT_INSTALMENTS = (from: string) => `
  INSERT INTO instalment (award_id, purpose, year_of_aid, amount_euros, status, source_url, created_at, updated_at)
  SELECT ${AWARD_ID}, r.purpose, r.year_of_aid, r.amount_euros, r.status, '${SOURCE_URL}', '${DATA_DATE}', '${DATA_DATE}'
  FROM ${from}`;

/** Keeps the vectors of each place, so that a million rows read only their own words. */
export async function preparePlaces(client: ClientBase): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE bench_place AS
    SELECT c.code, c.department_code, c.region_code, setweight(to_tsvector('fr', plain_words(c.name)), 'C') AS commune_vector,
      setweight(to_tsvector('fr', plain_words(d.name || ' ' || r.name)), 'D') AS around_vector,
      words_as_written(concat_ws(' ', c.name, d.name, r.name)) AS words
    FROM commune c JOIN department d ON d.code = c.department_code JOIN region r ON r.code = c.region_code`);
  await client.query('ALTER TABLE bench_place ADD PRIMARY KEY (code)');
}

/** Writes structures with all that hangs on them; the triggers must be off. */
export async function insertBatch(client: ClientBase, structures: SyntheticStructure[]): Promise<void> {
  const columns = structureColumns(structures);
  const identity = columns.slice(0, 2);
  await insertColumns(client, INSERT_STRUCTURES, columns);
  await insertColumns(client, INSERT_SLUGS, identity);
  await insertColumns(client, INSERT_SOURCES, identity);
  await insertColumns(client, INSERT_AWARDS, awardColumns(structures));
  await insertColumns(client, INSERT_INSTALMENTS, instalmentColumns(structures));
}
