import { isJson, type JobName } from './load/jobs';
import type { Connections, Measure } from './load/measure';
import { ANSWERER_NAMES, type Row, TEMPERATURE_NAMES } from './run';

/** One promise of the project, kept or not. Sentences are French: MEASURES.md quotes them. */
export type Goal = { sentence: string; value: string; kept: boolean };

/** What a browser loads for the directory page, compressed, in bytes; `map` is null without a browser to tell. */
export type PageWeight = { beforeMap: number; map: number | null };
export type LighthouseScore = { page: string; category: string; median: number };

export const LARGEST_OF_ORDINARY_USE = 50_000;
const MOST_BEFORE_MAP = 170_000;
const MOST_MAP = 60_000;
const MOST_MEMORY = 350;
const SLOWEST_COLD_MS = 2_000;
/** Below, a median is the noise of the machine. */
const STEADY_MS = 0.5;

const decimals = (value: number, digits: number) =>
  value.toLocaleString('fr-FR', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const kilobytes = (bytes: number) => `${decimals(bytes / 1000, 1)} ko`;
const factor = (a: number, b: number) => Math.max(a / b, b / a);
const connected = (connections: Connections) => (connections === 1 ? '1 connexion' : `${connections} connexions`);

type Key = Omit<Row, 'measure'>;

const find = (rows: readonly Row[], { size, job, answerer, temperature, connections }: Key) =>
  rows.find(
    (row) =>
      row.size === size &&
      row.job === job &&
      row.answerer === answerer &&
      row.temperature === temperature &&
      row.connections === connections,
  )?.measure;

/** What the framework does for nothing, measured beside that row. */
const emptyBeside = (rows: readonly Row[], row: Row, answerer: 'empty route' | 'empty page') =>
  find(rows, { ...row, job: null, answerer, temperature: 'warm' });

/** Null where the system does not tell it; no number at all for what got no answer, or was not measured. */
const cpuOf = (measure: Measure | undefined) => (measure && measure.answers > 0 ? measure.cpuMs : Number.NaN);

type Figure = { value: number; limit: number };
const isMeasured = ({ value, limit }: Figure) => Number.isFinite(value) && Number.isFinite(limit);

/** The goal for the row that misses it most, or comes nearest to it. A row that got no answer misses it. */
export function worst(sentence: string, found: (Figure & { where: string; unit: string })[], most: boolean) {
  const margin = (one: Figure) => (isMeasured(one) ? (most ? one.limit / one.value : one.value / one.limit) : -1);
  const [first] = found.toSorted((a, b) => margin(a) - margin(b));
  if (!first) return [];
  const { where, value, limit, unit } = first;
  if (!isMeasured(first)) return [{ sentence, value: `sans réponse (${where})`, kept: false }];
  const kept = most ? value <= limit : value >= limit;
  return [{ sentence, value: `${decimals(value, 2)}${unit} pour ${decimals(limit, 2)}${unit} (${where})`, kept }];
}

const whereOf = ({ job, size, connections }: Row) =>
  `${job}, ${size.toLocaleString('fr-FR')} structures, ${connected(connections)}`;

/** Kept answers against what the framework does for nothing. */
function warmJson(rows: readonly Row[], search: boolean): Goal[] {
  const found = rows
    .filter(
      ({ job, answerer, temperature, size }) =>
        job !== null && answerer === 'site' && temperature === 'warm' && isJson(job) && size <= LARGEST_OF_ORDINARY_USE,
    )
    .filter(({ job }) => (job === 'recherche') === search)
    .map((row) => {
      const empty = emptyBeside(rows, row, 'empty route');
      return { row, share: row.measure.requestsPerSecond / (empty?.requestsPerSecond ?? Number.NaN) };
    });
  const share = search ? 50 : 75;
  return worst(
    search
      ? 'Une recherche mal écrite, tiède, atteint 50 % des réponses par seconde de la route vide'
      : 'Chaque donnée, tiède, atteint 75 % des réponses par seconde de la route vide',
    found.map(({ row, share: reached }) => ({ where: whereOf(row), value: reached * 100, limit: share, unit: ' %' })),
    false,
  );
}

function warmPages(rows: readonly Row[], job: JobName, times: number, sentence: string): Goal[] {
  const found = rows
    .filter(
      (row) =>
        row.job === job && row.answerer === 'site' && row.temperature === 'warm' && row.size <= LARGEST_OF_ORDINARY_USE,
    )
    .flatMap((row) => {
      const [cpuMs, empty] = [cpuOf(row.measure), cpuOf(emptyBeside(rows, row, 'empty page'))];
      if (cpuMs === null || empty === null) return [];
      return [{ where: whereOf(row), value: cpuMs / empty, limit: times, unit: ' fois' }];
    });
  return worst(sentence, found, true);
}

function coldJson(rows: readonly Row[]): Goal[] {
  const found = rows
    .filter(({ job, answerer, temperature }) => job && isJson(job) && answerer === 'site' && temperature === 'cold')
    .flatMap((row) => {
      const [cpuMs, empty] = [cpuOf(row.measure), cpuOf(emptyBeside(rows, row, 'empty route'))];
      const bare = cpuOf(find(rows, { ...row, answerer: 'bare' }));
      if (cpuMs === null || empty === null || bare === null) return [];
      return [{ where: whereOf(row), value: cpuMs, limit: 2.5 * empty + bare, unit: ' ms' }];
    });
  return worst('Une donnée froide coûte au plus 2,5 fois la route vide plus le serveur nu', found, true);
}

function growth(rows: readonly Row[]): Goal[] {
  const sizes = [...new Set(rows.map(({ size }) => size))].toSorted((a, b) => a - b);
  const [smallest = Number.NaN, largest = Number.NaN] = [sizes[0], sizes.at(-1)];
  const cold = rows.filter(({ answerer, temperature }) => answerer === 'site' && temperature === 'cold');
  const slowest = worst(
    'Aucune médiane froide au-delà de deux secondes',
    cold.map((row) => ({ where: whereOf(row), value: row.measure.p50, limit: SLOWEST_COLD_MS, unit: ' ms' })),
    true,
  );
  if (smallest === largest) return slowest;
  // Every two sizes: what is as light at both ends may be heavy between them.
  const pairs = rows
    .filter(({ job, answerer, temperature }) => job !== null && answerer === 'site' && temperature === 'warm')
    .flatMap((row) =>
      sizes
        .filter((size) => size < row.size)
        .flatMap((size) => {
          const small = find(rows, { ...row, size });
          return small ? [{ where: whereOf(row), large: row.measure, small }] : [];
        }),
    );
  return [
    ...worst(
      `De ${smallest.toLocaleString('fr-FR')} à ${largest.toLocaleString('fr-FR')} structures, les octets tiennent dans un facteur 1,5`,
      pairs.map(({ where, large, small }) => ({
        where,
        value: factor(large.bytes, small.bytes),
        limit: 1.5,
        unit: ' fois',
      })),
      true,
    ),
    ...worst(
      'et les médianes tièdes dans un facteur 2',
      pairs.map(({ where, large, small }) => ({
        where,
        value: Math.max(large.p50, STEADY_MS) / Math.max(small.p50, STEADY_MS),
        limit: 2,
        unit: ' fois',
      })),
      true,
    ),
    ...slowest,
  ];
}

function weightGoals({ beforeMap, map }: PageWeight): Goal[] {
  return [
    {
      sentence: 'JavaScript et CSS de l’annuaire avant la carte, compressés : au plus 170 ko',
      value: kilobytes(beforeMap),
      kept: beforeMap <= MOST_BEFORE_MAP,
    },
    ...(map === null
      ? []
      : [{ sentence: 'JavaScript et CSS de la carte : au plus 60 ko', value: kilobytes(map), kept: map <= MOST_MAP }]),
  ];
}

const answererOf = ({ job, answerer, temperature }: Row) =>
  [job, ANSWERER_NAMES[answerer], temperature && TEMPERATURE_NAMES[temperature]].filter(Boolean).join(' ');

function failuresGoal(rows: readonly Row[]): Goal {
  const failed = rows.filter(({ measure }) => measure.failures > 0);
  const where = failed.map(
    (row) =>
      `${row.measure.failures}\u00A0: ${answererOf(row)}, ${row.size.toLocaleString('fr-FR')} structures, ${connected(row.connections)}`,
  );
  return {
    sentence: 'Chaque réponse mesurée est un 200',
    value: failed.length === 0 ? 'aucune autre' : `d’autres (${where.join(' ; ')})`,
    kept: failed.length === 0,
  };
}

const lighthouseGoal = ({ page, category, median }: LighthouseScore): Goal => {
  const least = category === 'performance' ? 90 : 100;
  return {
    sentence: `Lighthouse mobile, ${page}, ${category} : au moins ${least}`,
    value: String(median),
    kept: median >= least,
  };
};

/** Every goal that what was measured can decide. `memory` is in megabytes by number of structures. */
export function judge(
  rows: readonly Row[],
  memory: ReadonlyMap<number, number>,
  weight: PageWeight | null,
  scores: readonly LighthouseScore[],
): Goal[] {
  const highest = Math.max(...memory.values());
  return [
    ...warmJson(rows, false),
    ...warmJson(rows, true),
    ...warmPages(
      rows,
      'page-annuaire',
      3,
      'La page de l’annuaire, tiède, coûte au plus 3 fois le processeur de la page vide',
    ),
    ...warmPages(
      rows,
      'page-fiche',
      2,
      'La page d’une fiche, tiède, coûte au plus 2 fois le processeur de la page vide',
    ),
    ...coldJson(rows),
    ...growth(rows),
    ...(memory.size > 0
      ? [{ sentence: 'Mémoire du serveur : moins de 350 Mo', value: `${highest} Mo`, kept: highest < MOST_MEMORY }]
      : []),
    ...(weight ? weightGoals(weight) : []),
    ...scores.map(lighthouseGoal),
    failuresGoal(rows),
  ];
}
