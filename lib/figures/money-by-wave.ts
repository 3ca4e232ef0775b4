import { remember } from '@/lib/cache';
import { queryRows, sql } from '@/lib/database/db';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { setKey } from '@/lib/directory/href';
import { matching, matchingAwards } from '@/lib/directory/matching';
import { readSet } from '@/lib/directory/read-filter';

/** The money of one wave within a set. Whole euros, cancelled instalments left out. */
export type WaveMoney = {
  waveId: string;
  /** Structures of the set selected in this wave. */
  structures: number;
  /** Those whose amount is announced. */
  funded: number;
  /** What each funded one was promised, when it is the same for all of them; else null. */
  eachEuros: number | null;
  /** Sum over the funded ones; null when no amount is announced. */
  totalEuros: number | null;
  /** The part of the sum that is the one-off bonus of the fabriques numériques. */
  bonusEuros: number;
  /** The funded ones of which the bonus alone is published, and not the aid itself. */
  bonusOnly: number;
  /** ISO instant of the last change among these structures, their awards and instalments. */
  lastChange: string;
};

/** The money of a set wave by wave, in the order of the waves; waves without a structure of the set are left out. */
export const sumByWave = (filter: DirectoryFilter): Promise<WaveMoney[]> =>
  remember(`money ${setKey(filter)}`, async () => {
    const set = await readSet(filter);
    return queryRows<WaveMoney>(sql`
      WITH awarded AS (
        SELECT a.wave_id, sum(i.amount_euros) FILTER (WHERE i.status <> 'cancelled') AS promised,
          sum(i.amount_euros) FILTER (WHERE i.status <> 'cancelled' AND i.purpose = 'digital_bonus') AS bonus,
          greatest(max(s.updated_at), max(a.updated_at), max(i.updated_at)) AS changed
        FROM structure s JOIN award a ON a.structure_id = s.id LEFT JOIN instalment i ON i.award_id = a.id
        WHERE ${matching(set)} AND ${matchingAwards(filter)} GROUP BY a.id, a.wave_id
      )
      SELECT w.id AS "waveId", count(*)::int AS structures, count(promised)::int AS funded,
        CASE WHEN min(promised) = max(promised) THEN min(promised)::float8 END AS "eachEuros",
        sum(promised)::float8 AS "totalEuros", coalesce(sum(bonus), 0)::float8 AS "bonusEuros",
        (count(*) FILTER (WHERE bonus = promised))::int AS "bonusOnly", to_json(max(changed)) #>> '{}' AS "lastChange"
      FROM awarded JOIN wave w ON w.id = awarded.wave_id GROUP BY w.id ORDER BY w.rank, w.id`);
  });

/** ISO instant of the last change of all these, or null when there is none. */
export const lastChangeOf = (money: readonly WaveMoney[]): string | null =>
  money
    .map(({ lastChange }) => lastChange)
    .toSorted()
    .at(-1) ?? null;
