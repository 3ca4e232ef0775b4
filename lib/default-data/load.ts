import type { ClientBase } from 'pg';
import { checkInstalments } from '@/lib/domain/money-rule';
import { slugify } from '@/lib/text/plain-words';
import { siteName } from '@/lib/text/site-name';
import { readGeography } from './geography';
import { type LaureateRow, readAnnouncedAid, readLaureates, readWaves, type WaveRow } from './read-tables';
import { readNotedGrounds } from './source-note';

/** The date of last change of a record never edited. */
export const DATA_DATE = '2026-11-23T00:00:00+01:00';

const ANCT_LIST = { title: 'ANCT, Fabriques de territoire (janvier 2024)', published_on: null };
const IREV_ARTICLE = {
  title: 'IREV, « Tiers-lieux : découvrez les premiers lauréats de l’AMI Fabriques de territoires en région »',
  published_on: '2020-02-04',
};
const sourceOf = (url: string) => (new URL(url).hostname === 'www.irev.fr' ? IREV_ARTICLE : ANCT_LIST);

const CALL = {
  id: 'fabriques-de-territoire',
  name: 'Fabriques de territoire',
  programme: 'Nouveaux lieux, nouveaux liens',
  operator: 'Agence nationale de la cohésion des territoires (ANCT)',
  opens_on: '2019-07-11',
  budget_euros: 45_000_000,
  target_total: 300,
  target_qpv: 150,
  target_rural: 150,
  target_year: 2022,
  source_url:
    'https://www.irev.fr/actualites-0/tiers-lieux-decouvrez-les-premiers-laureats-de-lami-fabriques-de-territoires-en-region',
};

type Row = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** Inserts rows whose keys are columns; the database gives every column its type. */
export async function insertRows(client: ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** `2021-12` and `2021` become the first day of what they name. */
const firstDay = (date: string | null) =>
  date && (date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date);

const waveRow = ({ annual_ceiling_eur, min_total_eur, max_total_eur, digital_bonus_eur, ...wave }: WaveRow): Row => ({
  ...wave,
  call_id: CALL.id,
  announced_on: firstDay(wave.announced_on),
  annual_ceiling_euros: annual_ceiling_eur,
  min_total_euros: min_total_eur,
  max_total_euros: max_total_eur,
  digital_bonus_euros: digital_bonus_eur,
  version: 1,
  created_at: DATA_DATE,
  updated_at: DATA_DATE,
});

const structureRow = (laureate: LaureateRow): Row => ({
  id: laureate.id,
  slug: slugify(`${laureate.name} ${laureate.commune}`),
  name: laureate.name,
  official_name: laureate.official_name,
  commune_code: laureate.insee_code,
  address: laureate.address,
  postcode: laureate.postcode,
  longitude: laureate.longitude,
  latitude: laureate.latitude,
  position_precision: laureate.coordinates_precision,
  territory: laureate.territory,
  territory_basis: laureate.territory_basis,
  density_level: laureate.density_level,
  qpv_name: laureate.qpv_name,
  website: laureate.website,
  description: laureate.description,
  description_source_url: laureate.description_source_url,
  editorial_note: laureate.source_note,
  published_at: DATA_DATE,
  version: 1,
  created_at: DATA_DATE,
  updated_at: DATA_DATE,
  award_keys: '{}',
  latest_wave_rank: 0,
});

/** The page that names the laureate, then those that give its territory: nothing is known of them but where they are. */
function sourceRows({ id, source_url, source_note }: LaureateRow): Row[] {
  const pages = readNotedGrounds(source_note).territoryPages.filter((url) => url !== source_url);
  return [
    { structure_id: id, url: source_url, ...sourceOf(source_url) },
    ...pages.map((url) => ({ structure_id: id, url, title: siteName(url), published_on: null })),
  ];
}

/** A doubt about the label leaves it unknown, and what is unknown rests on nothing. */
function awardRow({ id, wave, kind, source_url, source_note }: LaureateRow): Row {
  const { labelPage, isLabelFromName } = readNotedGrounds(source_note);
  const isKnown = kind !== 'unknown';
  return {
    structure_id: id,
    wave_id: wave,
    label: kind,
    source_url,
    label_source_url: isKnown && labelPage !== source_url ? labelPage : null,
    label_from_name: isKnown && isLabelFromName,
  };
}

type InstalmentRow = {
  structure_id: string;
  purpose: 'seed' | 'digital_bonus';
  year_of_aid: number | null;
  amount_euros: number;
  status: 'announced';
  source_url: string | null;
};

/** Money is recorded only where it was announced by name, or where the wave gives every laureate the same. */
function instalmentRows(laureates: LaureateRow[], waves: WaveRow[]): InstalmentRow[] {
  const flatRate = laureates.flatMap(({ id, wave: waveId }) => {
    const wave = waves.find((one) => one.id === waveId && one.flat_rate);
    return Array.from(
      { length: wave?.duration_years ?? 0 },
      (_, year): InstalmentRow => ({
        structure_id: id,
        purpose: 'seed',
        year_of_aid: year + 1,
        amount_euros: wave?.annual_ceiling_eur ?? 0,
        status: 'announced',
        source_url: wave?.source_url ?? null,
      }),
    );
  });
  const byName = readAnnouncedAid().map(
    ({ laureate_id, amount_eur, ...aid }): InstalmentRow => ({
      ...aid,
      structure_id: laureate_id,
      amount_euros: amount_eur,
      status: 'announced',
    }),
  );
  return [...flatRate, ...byName];
}

/** A table that breaks the rule of its own wave would be published as a fact: it is refused whole. */
function refuseBreaches(laureates: LaureateRow[], waves: WaveRow[], instalments: InstalmentRow[]) {
  for (const { id, kind, wave: waveId } of laureates) {
    const wave = waves.find((one) => one.id === waveId);
    if (!wave) throw new Error(`${id} names a wave that is not in the table: ${waveId}`);
    const breaches = checkInstalments(
      {
        annualCeilingEuros: wave.annual_ceiling_eur,
        durationYears: wave.duration_years,
        minTotalEuros: wave.min_total_eur,
        maxTotalEuros: wave.max_total_eur,
        digitalBonusEuros: wave.digital_bonus_eur,
      },
      kind,
      instalments
        .filter((instalment) => instalment.structure_id === id)
        .map(({ purpose, year_of_aid, amount_euros, status }) => ({
          purpose,
          yearOfAid: year_of_aid,
          amountEuros: amount_euros,
          status,
        })),
    );
    if (breaches.length > 0) throw new Error(`${id} breaks the rule of ${waveId}: ${JSON.stringify(breaches)}`);
  }
}

async function loadGeography(client: ClientBase) {
  const geography = readGeography();
  await insertRows(client, 'region', geography.regions);
  await insertRows(client, 'department', geography.departments);
  await insertRows(client, 'commune', geography.communes);
  await insertRows(client, 'commune_postcode', geography.postcodes);
  await insertRows(client, 'commune_alias', geography.aliases);
}

async function loadDirectory(client: ClientBase) {
  const waves = readWaves();
  const laureates = readLaureates();
  await insertRows(client, 'call', [CALL]);
  await insertRows(client, 'wave', waves.map(waveRow));
  await insertRows(client, 'structure', laureates.map(structureRow));
  await client.query(
    `INSERT INTO structure_source (structure_id, url, title, published_on)
     SELECT r.structure_id, r.url, r.title, r.published_on FROM jsonb_populate_recordset(NULL::structure_source, $1::jsonb) r`,
    [JSON.stringify(laureates.flatMap(sourceRows))],
  );
  await client.query(
    `INSERT INTO award (structure_id, wave_id, label, source_url, label_source_url, label_from_name, created_at, updated_at)
     SELECT r.structure_id, r.wave_id, r.label, r.source_url, r.label_source_url, r.label_from_name, $2, $2
     FROM jsonb_populate_recordset(NULL::award, $1::jsonb) r`,
    [JSON.stringify(laureates.map(awardRow)), DATA_DATE],
  );
  const instalments = instalmentRows(laureates, waves);
  refuseBreaches(laureates, waves, instalments);
  await client.query(
    `INSERT INTO instalment (award_id, purpose, year_of_aid, amount_euros, status, source_url, created_at, updated_at)
     SELECT a.id, r.purpose, r.year_of_aid, r.amount_euros, r.status, r.source_url, $2, $2
     FROM jsonb_to_recordset($1::jsonb) AS r(structure_id text, purpose instalment_purpose, year_of_aid smallint,
       amount_euros integer, status instalment_status, source_url text)
     JOIN award a ON a.structure_id = r.structure_id`,
    [JSON.stringify(instalments), DATA_DATE],
  );
  return laureates.length;
}

/** One transaction, never over existing rows. Source: prisma/data (ANCT, janvier 2024; CGET, recensement 2019; IREV, 4 février 2020). */
export async function loadDefaultData(client: ClientBase): Promise<{ loaded: boolean; structures: number }> {
  await client.query('BEGIN');
  try {
    // Two programs starting at once must not both find the table empty.
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('default-data'))`);
    const { rows } = await client.query<{ count: number }>(
      `SELECT (SELECT count(*) FROM structure)::int + (SELECT count(*) FROM wave)::int AS count`,
    );
    if ((rows[0]?.count ?? 0) > 0) {
      await client.query('COMMIT');
      return { loaded: false, structures: 0 };
    }
    const { rows: communes } = await client.query(`SELECT 1 FROM commune LIMIT 1`);
    if (communes.length === 0) await loadGeography(client);
    const structures = await loadDirectory(client);
    // « Chargement initial »: the whole of it is one line of the journal.
    await client.query(
      `INSERT INTO audit_entry (origin, action, subject_kind, subject_id, after)
       VALUES ('program', 'data.loaded', 'data', 'default', jsonb_build_object('structures', $1::int))`,
      [structures],
    );
    await client.query('COMMIT');
    await client.query('ANALYZE');
    return { loaded: true, structures };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
