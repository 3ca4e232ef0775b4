import { cpuOf, EMPTY_ROUTE, type Figure, type Goal, worst } from './goals-of-rows';
import { isPage, JOBS } from './load/jobs';
import { answered, beside, type Row } from './results';

const PAGES = JOBS.filter(isPage);
const LEAST_TIMES_THE_ROUTE = 5;
const MOST_STORED_CPU_MS = 0.4;
const MOST_TIMES_BARE = 3;
/** Three empty pages of November 2026, and two: one cost seven times the empty route. */
const MOST_TIMES_ANEW = { 'page-annuaire': 21, 'page-fiche': 14 };

/** In processor; none where the system does not tell it. */
const timesOf = (rows: readonly Row[], row: Row, other: Partial<Row>, limit: number): Figure[] => {
  const [cpuMs, yardstick] = [cpuOf(row.measure), cpuOf(beside(rows, row, other))];
  return cpuMs === null || yardstick === null ? [] : [{ row, value: cpuMs / yardstick, limit }];
};

export function storedPages(rows: readonly Row[]): Goal[] {
  const pages = answered(rows, 'warm', ...PAGES);
  const rates = pages.map((row) => {
    const empty = beside(rows, row, EMPTY_ROUTE)?.requestsPerSecond ?? Number.NaN;
    return { row, value: row.measure.requestsPerSecond / empty, limit: LEAST_TIMES_THE_ROUTE };
  });
  const costs = pages.flatMap((row) => {
    const cpuMs = cpuOf(row.measure);
    return cpuMs === null ? [] : [{ row, value: cpuMs, limit: MOST_STORED_CPU_MS }];
  });
  const bare = pages.flatMap((row) => timesOf(rows, row, { answerer: 'bare' }, MOST_TIMES_BARE));
  return [
    ...worst(
      'Une page déjà demandée atteint 5 fois les réponses par seconde de la route vide',
      // With one connection the reader is as slow as the server: there it is not the server that is measured.
      rates.filter(({ row }) => row.connections > 1),
      ' fois',
      'least',
    ),
    ...worst('et coûte au plus 0,4 ms de processeur', costs, ' ms'),
    ...worst('et au plus 3 fois le processeur du serveur nu qui envoie les mêmes octets', bare, ' fois'),
  ];
}

const madeAnew = (rows: readonly Row[], job: keyof typeof MOST_TIMES_ANEW, sentence: string): Goal[] =>
  worst(
    sentence,
    answered(rows, 'cold', job).flatMap((row) => timesOf(rows, row, EMPTY_ROUTE, MOST_TIMES_ANEW[job])),
    ' fois',
  );

export const pagesMadeAnew = (rows: readonly Row[]): Goal[] => [
  ...madeAnew(
    rows,
    'page-annuaire',
    'La page de l’annuaire, faite pour la première fois, coûte au plus 21 fois le processeur de la route vide',
  ),
  ...madeAnew(rows, 'page-fiche', 'et celle d’une fiche, au plus 14 fois'),
];
