import { MOST_READ } from '@/lib/audit/changes';
import { getDb, queryRows, sql } from '@/lib/database/db';
import { isNotArchived, isPublic } from '@/lib/domain/state-conditions';
import { factsOfWave, listWaveChanges } from './state';

export async function getEditedWave(id: string) {
  const wave = await getDb().wave.findUnique({ where: { id } });
  return wave && { id, version: wave.version, updatedAt: wave.updatedAt, facts: factsOfWave(wave) };
}

export const listWaveHistory = (id: string) => listWaveChanges(getDb(), id, MOST_READ);

export type WaveLine = {
  id: string;
  rank: number;
  label: string;
  announcedOn: string | null;
  announcedOnPrecision: 'day' | 'month' | 'year' | 'period';
  announcedPeriod: string | null;
  announcedCount: number | null;
  awardCount: number;
  listedCount: number;
  /** Awards of which an amount is known, and their whole euros, cancelled ones left out. */
  fundedCount: number;
  promisedEuros: number;
};

export const listWaveLines = (): Promise<WaveLine[]> =>
  queryRows<WaveLine>(sql`
    SELECT w.id, w.rank, w.label, to_char(w.announced_on, 'YYYY-MM-DD') AS "announcedOn",
      w.announced_on_precision AS "announcedOnPrecision", w.announced_period AS "announcedPeriod",
      w.announced_count AS "announcedCount", count(a.id)::int AS "awardCount",
      (count(a.id) FILTER (WHERE ${isPublic}))::int AS "listedCount",
      count(m.promised)::int AS "fundedCount", coalesce(sum(m.promised), 0)::float8 AS "promisedEuros"
    FROM wave w LEFT JOIN award a ON a.wave_id = w.id LEFT JOIN structure s ON s.id = a.structure_id
      LEFT JOIN LATERAL (
        SELECT sum(i.amount_euros) AS promised FROM instalment i WHERE i.award_id = a.id AND i.status <> 'cancelled' AND ${isNotArchived}
      ) m ON true
    GROUP BY w.id ORDER BY w.rank, w.id`);

export type DeletedWave = { id: string; entryId: string; label: string; at: Date; actorName: string | null };

const MOST_DELETED = 50;

export const listDeletedWaves = (): Promise<DeletedWave[]> =>
  queryRows<DeletedWave>(sql`
    SELECT e.subject_id AS id, e.id::text AS "entryId", e.before ->> 'label' AS label, e.at, u.name AS "actorName"
    FROM audit_entry e LEFT JOIN "user" u ON u.id = e.actor_id
    WHERE e.subject_kind = 'wave' AND e.action = 'wave.deleted'
      AND NOT EXISTS (SELECT 1 FROM wave w WHERE w.id = e.subject_id)
      AND NOT EXISTS (
        SELECT 1 FROM audit_entry l WHERE l.subject_kind = 'wave' AND l.subject_id = e.subject_id AND l.id > e.id
      )
    ORDER BY e.id DESC LIMIT ${MOST_DELETED}`);
