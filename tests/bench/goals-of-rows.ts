import { isJson, JOBS, type JobName } from './load/jobs';
import type { Connections, Measure } from './load/measure';
import { answered, beside, type Results, type Row } from './results';

/** Sentences are French: MEASURES.md quotes them. */
export type Goal = { sentence: string; value: string; kept: boolean };

export const LARGEST_OF_ORDINARY_USE = 50_000;
const SLOWEST_COLD_MS = 2_000;
/** Below, a median is the noise of the machine. */
const STEADY_MS = 0.5;
/** More than what differs between two versions of PostgreSQL, less than a plan that reads the whole table. */
const MOST_TIMES_ELSEWHERE = 3;
const STEADY_CPU_MS = 1;

export const whole = (value: number) => value.toLocaleString('fr-FR');
export const decimals = (value: number, digits: number) =>
  value.toLocaleString('fr-FR', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const connected = (connections: Connections) => (connections === 1 ? '1 connexion' : `${connections} connexions`);
export const whereOf = ({ size, connections }: Row) => `${whole(size)} structures, ${connected(connections)}`;

export const EMPTY_ROUTE = { job: null, answerer: 'empty route', temperature: 'warm' } as const;

/** Null where the system does not tell it; NaN for what got no answer, or was not measured. */
export const cpuOf = (measure: Measure | undefined) => (measure && measure.answers > 0 ? measure.cpuMs : Number.NaN);

export type Figure = { row: Row; value: number; limit: number };
const isMeasured = ({ value, limit }: Figure) => Number.isFinite(value) && Number.isFinite(limit);

export function worst(sentence: string, found: Figure[], unit: string, bound: 'most' | 'least' = 'most'): Goal[] {
  const shareOf = ({ value, limit }: Figure) => (bound === 'most' ? limit / value : value / limit);
  const margin = (figure: Figure) => (isMeasured(figure) ? shareOf(figure) : -1);
  const [first] = found.toSorted((a, b) => margin(a) - margin(b));
  if (!first) return [];
  const { row, value, limit } = first;
  const where = `(${row.job}, ${whereOf(row)})`;
  if (!isMeasured(first)) return [{ sentence, value: `sans réponse ${where}`, kept: false }];
  const kept = bound === 'most' ? value <= limit : value >= limit;
  return [{ sentence, value: `${decimals(value, 2)}${unit} pour ${decimals(limit, 2)}${unit} ${where}`, kept }];
}

const ordinary = ({ size }: Row) => size <= LARGEST_OF_ORDINARY_USE;
export const DATA = JOBS.filter(isJson);

export function warmJson(rows: readonly Row[], jobs: JobName[], limit: number, sentence: string): Goal[] {
  const found = answered(rows, 'warm', ...jobs)
    .filter(ordinary)
    .map((row) => {
      const empty = beside(rows, row, EMPTY_ROUTE)?.requestsPerSecond ?? Number.NaN;
      return { row, value: (row.measure.requestsPerSecond / empty) * 100, limit };
    });
  return worst(sentence, found, ' %', 'least');
}

export function coldJson(rows: readonly Row[]): Goal[] {
  const found = answered(rows, 'cold', ...DATA).flatMap((row) => {
    const [cpuMs, empty] = [cpuOf(row.measure), cpuOf(beside(rows, row, EMPTY_ROUTE))];
    const bare = cpuOf(beside(rows, row, { answerer: 'bare' }));
    return cpuMs === null || empty === null || bare === null ? [] : [{ row, value: cpuMs, limit: 2.5 * empty + bare }];
  });
  return worst('Une donnée froide coûte au plus 2,5 fois la route vide plus le serveur nu', found, ' ms');
}

export function growth(rows: readonly Row[]): Goal[] {
  const sizes = [...new Set(rows.map(({ size }) => size))].toSorted((a, b) => a - b);
  const [smallest = 0, largest = 0] = [sizes[0], sizes.at(-1)];
  // Every two sizes: what is as light at both ends may be heavy between them.
  const pairs = answered(rows, 'warm').flatMap((row) =>
    sizes
      .filter((size) => size < row.size)
      .flatMap((size) => {
        const small = beside(rows, row, { size });
        return small ? [{ row, large: row.measure, small }] : [];
      }),
  );
  const bytes = pairs.map(({ row, large, small }) => {
    const times = large.bytes / small.bytes;
    return { row, value: Math.max(times, 1 / times), limit: 1.5 };
  });
  const medians = pairs.map(({ row, large, small }) => {
    return { row, value: Math.max(large.p50, STEADY_MS) / Math.max(small.p50, STEADY_MS), limit: 2 };
  });
  const cold = answered(rows, 'cold').map((row) => ({ row, value: row.measure.p50, limit: SLOWEST_COLD_MS }));
  const span = `De ${whole(smallest)} à ${whole(largest)} structures`;
  return [
    ...worst(`${span}, les octets tiennent dans un facteur 1,5`, bytes, ' fois'),
    ...worst('et les médianes tièdes dans un facteur 2', medians, ' fois'),
    ...worst('Aucune médiane froide au-delà de deux secondes', cold, ' ms'),
  ];
}

/** Nothing rests on settings that only our server would have. */
export const elsewhereGoals = ({ rows, elsewhere }: Results): Goal[] =>
  elsewhere.flatMap(({ server, rows: there }) => {
    const found = there.flatMap((row) => {
      const [cost, here] = [row.measure.postgresCpuMs, beside(rows, row)?.postgresCpuMs ?? null];
      if (cost === null || here === null) return [];
      const value = Math.max(cost, STEADY_CPU_MS) / Math.max(here, STEADY_CPU_MS);
      return [{ row, value, limit: MOST_TIMES_ELSEWHERE }];
    });
    return worst(`Froid, ${server} : au plus 3 fois le processeur que prend le nôtre`, found, ' fois');
  });
