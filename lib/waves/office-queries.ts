import { MOST_SHOWN } from '@/lib/audit/changes';
import { getDb, queryRows, sql } from '@/lib/db';
import { factsOfWave, listWaveChanges } from './state';

/** A wave as staff edit it, read anew each time; null for none. */
export async function getEditedWave(id: string) {
  const wave = await getDb().wave.findUnique({ where: { id } });
  return wave && { id, version: wave.version, updatedAt: wave.updatedAt, facts: factsOfWave(wave) };
}

/** What the journal tells of it, newest first, as far as its page shows. */
export const listWaveHistory = (id: string) => listWaveChanges(getDb(), id, MOST_SHOWN);

export type WaveLine = {
  id: string;
  rank: number;
  label: string;
  announcedOn: string | null;
  announcedOnPrecision: 'day' | 'month' | 'year' | 'period';
  announcedPeriod: string | null;
  announcedCount: number | null;
  /** Structures in the wave, drafts included; then those the public sees. */
  awardCount: number;
  listedCount: number;
  /** Awards of which an amount is known, and their whole euros, cancelled ones left out. */
  fundedCount: number;
  promisedEuros: number;
};

/** Every wave by rank, with where its list and its money stand. */
export const listWaveLines = (): Promise<WaveLine[]> =>
  queryRows<WaveLine>(sql`
    SELECT w.id, w.rank, w.label, to_char(w.announced_on, 'YYYY-MM-DD') AS "announcedOn",
      w.announced_on_precision AS "announcedOnPrecision", w.announced_period AS "announcedPeriod",
      w.announced_count AS "announcedCount", count(a.id)::int AS "awardCount",
      (count(a.id) FILTER (WHERE s.published_at IS NOT NULL AND s.archived_at IS NULL))::int AS "listedCount",
      count(m.promised)::int AS "fundedCount", coalesce(sum(m.promised), 0)::float8 AS "promisedEuros"
    FROM wave w LEFT JOIN award a ON a.wave_id = w.id LEFT JOIN structure s ON s.id = a.structure_id
      LEFT JOIN LATERAL (
        SELECT sum(i.amount_euros) AS promised FROM instalment i WHERE i.award_id = a.id AND i.status <> 'cancelled'
      ) m ON true
    GROUP BY w.id ORDER BY w.rank, w.id`);
