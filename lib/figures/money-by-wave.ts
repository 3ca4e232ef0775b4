import { remember } from '@/lib/cache';
import { queryRows, sql } from '@/lib/database/db';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { setKey } from '@/lib/directory/href';
import { matching, matchingAwards } from '@/lib/directory/matching';
import { readSet } from '@/lib/directory/read-filter';

/** Whole euros, cancelled instalments left out. */
export type WaveMoney = {
  waveId: string;
  structures: number;
  funded: number;
  /** Null unless it is the same for all. */
  eachEuros: number | null;
  /** Null when no amount is announced. */
  totalEuros: number | null;
  bonusEuros: number;
  /** Those of which the bonus alone is published, and not the aid itself. */
  bonusOnly: number;
  /** ISO instant. */
  lastChange: string;
};

/** In the order of the waves; those without a structure of the set are left out. */
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

export const lastChangeOf = (money: readonly WaveMoney[]): string | null =>
  money
    .map(({ lastChange }) => lastChange)
    .toSorted()
    .at(-1) ?? null;
