import { type Goal, worst } from './goals';
import { CONNECTIONS, type Connections } from './load/measure';
import type { Row } from './run';

/** The same jobs, cold, of the same site on another PostgreSQL. */
export type Elsewhere = { server: string; rows: Row[] };

/** More than what differs between two versions of PostgreSQL, less than a plan that reads the whole table. */
const MOST_TIMES = 3;
/** Below, the processor's time is the noise of the machine. */
const STEADY_MS = 1;

const isSame = (one: Row, other: Row) =>
  one.size === other.size &&
  one.job === other.job &&
  one.answerer === other.answerer &&
  one.temperature === other.temperature &&
  one.connections === other.connections;

const costOf = (row: Row | undefined) => row?.measure.postgresCpuMs ?? null;

/** That a server left as it came takes as little: nothing of it rests on settings that only ours would have. */
export function elsewhereGoals(rows: readonly Row[], elsewhere: readonly Elsewhere[]): Goal[] {
  return elsewhere.flatMap(({ server, rows: there }) =>
    worst(
      `Froid, ${server} : au plus ${MOST_TIMES} fois le processeur que prend le nôtre`,
      there.flatMap((row) => {
        const [cost, here] = [costOf(row), costOf(rows.find((one) => isSame(one, row)))];
        if (cost === null || here === null) return [];
        const where = `${row.job}, ${row.size.toLocaleString('fr-FR')} structures, ${row.connections} connexion(s)`;
        const times = Math.max(cost, STEADY_MS) / Math.max(here, STEADY_MS);
        return [{ where, value: times, limit: MOST_TIMES, unit: ' fois' }];
      }),
      true,
    ),
  );
}

/** One line a job: what it costs each PostgreSQL, in milliseconds of processor for one answer; null where it is not told. */
export function elsewhereTable(rows: readonly Row[], elsewhere: readonly Elsewhere[]) {
  const jobs = [...new Set(elsewhere.flatMap(({ rows: there }) => there.map(({ job }) => job)))];
  return jobs.flatMap((job) =>
    CONNECTIONS.map((connections: Connections) => {
      const isAsked = (row: Row) =>
        row.job === job && row.connections === connections && row.answerer === 'site' && row.temperature === 'cold';
      const [there] = elsewhere.flatMap((one) => one.rows.filter(isAsked));
      const here = rows.find((row) => isAsked(row) && row.size === there?.size);
      return {
        job: job ?? '',
        size: there?.size ?? 0,
        connections,
        costs: [costOf(here), ...elsewhere.map((one) => costOf(one.rows.find(isAsked)))],
      };
    }),
  );
}
