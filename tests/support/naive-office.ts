import fc from 'fast-check';
import { beforeAll } from 'vitest';
import { getPool } from '@/lib/database/db';
import type { StructureState } from '@/lib/domain/structure-state';
import { plainWords } from '@/lib/text/plain-words';

/** The slow and obvious way to answer the lists of the back office. */
type PlainAward = { id: string; wave_id: string; label: string };
export type PlainStructure = {
  id: string;
  name: string;
  official_name: string | null;
  commune: string;
  /** Places in the French order, which the database and JavaScript do not hold alike for every sign. */
  name_rank: number;
  commune_rank: number;
  region_code: string;
  territory: string;
  website: string | null;
  description: string | null;
  longitude: number | null;
  published_at: Date | null;
  archived_at: Date | null;
  updated_at: Date;
  awards: PlainAward[];
};
export type PlainInstalment = {
  id: string;
  structure: PlainStructure;
  wave_id: string;
  purpose: string;
  year_of_aid: number | null;
  calendar_year: number | null;
  amount_euros: number;
  status: string;
};

const rowsOf = async <Row>(query: string): Promise<Row[]> => (await getPool().query(query)).rows;

async function readOffice() {
  const structures = await rowsOf<PlainStructure>(
    `SELECT s.*, c.name AS commune, (rank() OVER (ORDER BY s.name COLLATE "fr-x-icu"))::int AS name_rank,
      (rank() OVER (ORDER BY c.name COLLATE "fr-x-icu"))::int AS commune_rank
    FROM structure s JOIN commune c ON c.code = s.commune_code`,
  );
  const awards = await rowsOf<PlainAward & { structure_id: string }>('SELECT * FROM award');
  const byId = new Map(structures.map((one) => [one.id, Object.assign(one, { awards: [] as PlainAward[] })]));
  for (const award of awards) byId.get(award.structure_id)?.awards.push(award);
  const owners = new Map(awards.map((award) => [award.id, award]));
  const instalments = (await rowsOf<PlainInstalment & { award_id: string }>('SELECT * FROM instalment')).flatMap(
    (instalment) => {
      const award = owners.get(instalment.award_id);
      const structure = award && byId.get(award.structure_id);
      return structure ? [{ ...instalment, wave_id: award.wave_id, structure }] : [];
    },
  );
  return { structures, instalments };
}

export const stateOf = ({ archived_at, published_at }: PlainStructure): StructureState =>
  archived_at ? 'archived' : published_at ? 'published' : 'draft';

export const says = ({ name, official_name, commune }: PlainStructure, q: string) => {
  const text = plainWords([name, official_name ?? '', commune].join(' '));
  return plainWords(q)
    .split(' ')
    .every((word) => text.includes(word));
};

export const isWithin = ({ region_code }: PlainStructure, scope: readonly string[] | null) =>
  scope === null || scope.includes(region_code);

const stirOffice = () =>
  getPool().query(`
    UPDATE structure SET archived_at = now() WHERE abs(hashtext(id)) % 9 = 0;
    UPDATE structure SET published_at = NULL WHERE abs(hashtext(id)) % 7 = 1;
    UPDATE structure SET updated_at = now() - interval '2 years' WHERE abs(hashtext(id)) % 5 = 2;
    UPDATE structure SET updated_at = now() - interval '300 days' WHERE abs(hashtext(id)) % 5 = 3;
    UPDATE structure SET longitude = NULL, latitude = NULL, position_precision = NULL, geocoding_score = NULL,
      geocoding_source = NULL WHERE abs(hashtext(id)) % 11 = 4;
    UPDATE structure SET official_name = 'Société coopérative ' || id WHERE abs(hashtext(id)) % 6 = 5;
    INSERT INTO award (structure_id, wave_id, label) SELECT id, 'vague-10', 'unknown' FROM structure
      WHERE abs(hashtext(id)) % 4 = 1 ON CONFLICT DO NOTHING;
    UPDATE instalment i SET status = (ARRAY['paid', 'cancelled', 'planned', 'announced'])[1 + drawn.number % 4]::instalment_status,
      calendar_year = CASE drawn.number % 4 WHEN 0 THEN 2022 WHEN 2 THEN extract(year FROM now() AT TIME ZONE 'Europe/Paris')::int - 2 + drawn.number / 4 % 5 END,
      paid_on = CASE drawn.number % 4 WHEN 0 THEN date '2022-06-01' END
    FROM (SELECT i.id, abs(hashtext(concat(a.structure_id, a.wave_id, i.year_of_aid, i.purpose))) AS number
      FROM instalment i JOIN award a ON a.id = i.award_id) drawn WHERE drawn.id = i.id;
  `);

/** Of the whole file, read once its office was stirred. */
export function useStirredOffice(): { structures: PlainStructure[]; instalments: PlainInstalment[] } {
  const office = { structures: [] as PlainStructure[], instalments: [] as PlainInstalment[] };
  beforeAll(async () => {
    await stirOffice();
    Object.assign(office, await readOffice());
  });
  return office;
}

export const SCOPES = fc.constantFrom(null, null, ['32', '53', '84'], ['94'], []);

/** Most often absent, so that a filter of many keys still finds something. */
export const absentOr = <Value>(values: readonly Value[]): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...values) });
