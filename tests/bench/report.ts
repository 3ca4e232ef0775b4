import { cpus } from 'node:os';
import type { Goal } from './goals-of-rows';
import { isPage, SAVING } from './load/jobs';
import {
  ANSWERER_NAMES,
  type Answerer,
  allOf,
  beside,
  type PageWeight,
  type Results,
  type Row,
  TEMPERATURE_NAMES,
} from './results';

const NARROW = '\u202F';
const whole = (value: number) => Math.round(value).toLocaleString('fr-FR').replaceAll(/\s/g, NARROW);
const precise = (value: number | null | undefined) =>
  Number.isFinite(value)
    ? Number(value).toLocaleString('fr-FR', { maximumSignificantDigits: 3 }).replaceAll(/\s/g, NARROW)
    : '—';
const percent = (share: number) => (Number.isFinite(share) ? `${whole(share * 100)}${NARROW}%` : '');

type Column = [heading: string, cell: (row: Row, rows: readonly Row[]) => string];

const isRead = ({ answerer, temperature }: Row) => answerer === 'site' && temperature !== null;
const shareOf = (row: Row, rows: readonly Row[], answerer: Answerer, change: Partial<Row> = {}) =>
  isRead(row)
    ? percent(
        row.measure.requestsPerSecond / (beside(rows, row, { answerer, ...change })?.requestsPerSecond ?? Number.NaN),
      )
    : '';
const EMPTY = { job: null, temperature: 'warm' } as const;

const WORDS: Column[] = [
  ['Travail', ({ job }) => job ?? '(rien)'],
  ['Structures', ({ size }) => whole(size)],
  ['Répondant', ({ answerer }) => ANSWERER_NAMES[answerer]],
  ['Tiède ou froid', ({ temperature }) => (temperature === null ? '—' : TEMPERATURE_NAMES[temperature])],
];
const NUMBERS: Column[] = [
  ['Connexions', ({ connections }) => String(connections)],
  ['Réponses/s', ({ measure }) => precise(measure.requestsPerSecond)],
  ['p50 (ms)', ({ measure }) => precise(measure.p50)],
  ['p99 (ms)', ({ measure }) => precise(measure.p99)],
  ['Octets', ({ measure }) => whole(measure.bytes)],
  ['Processeur (ms)', ({ measure }) => precise(measure.cpuMs)],
  ['PostgreSQL (ms)', ({ measure }) => precise(measure.postgresCpuMs)],
  ['Part de la route vide', (row, rows) => shareOf(row, rows, 'empty route', EMPTY)],
  [
    'Fois la page vide',
    (row, rows) => {
      const empty = beside(rows, row, { answerer: 'empty page', ...EMPTY })?.cpuMs;
      return isRead(row) && row.job !== null && isPage(row.job) && row.measure.cpuMs !== null && empty
        ? precise(row.measure.cpuMs / empty)
        : '';
    },
  ],
  ['Part du serveur nu', (row, rows) => shareOf(row, rows, 'bare')],
];

const tableLine = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (words: string[], numbers: string[], lines: string[][]) => [
  tableLine([...words, ...numbers]),
  tableLine([...words.map(() => '---'), ...numbers.map(() => '---:')]),
  ...lines.map(tableLine),
];
const headings = (columns: Column[]) => columns.map(([heading]) => heading);

/** Told, not judged: it has no goal. */
const savingLines = (rows: readonly Row[]): string[] =>
  rows.flatMap((row) => {
    const byHand = beside(rows, row, { answerer: 'prepared write' });
    if (row.job !== SAVING || row.answerer !== 'site' || !byHand) return [];
    const { p50 } = row.measure;
    return `- mesuré : Enregistrer une structure par son formulaire, contre les mêmes lignes écrites en SQL préparé — ${precise(p50 / byHand.p50)} fois (${precise(p50)} ms contre ${precise(byHand.p50)} ms, médianes, ${whole(row.size)} structures)`;
  });

const editLines = ({ edits }: Results): string[] =>
  edits.map(({ size, pages, p50, p99, slowest, savedMs, warmAgainMs }) => {
    const again = Number.isFinite(warmAgainMs)
      ? `revenues ${precise(warmAgainMs)} ms après l’enregistrement`
      : 'qui ne sont pas toutes revenues après l’enregistrement';
    return `- mesuré : Une structure enregistrée dans une minute où ${pages} lecteurs demandent chacun une page par seconde — p99 ${precise(p99)} ms (médiane ${precise(p50)} ms, la plus lente ${precise(slowest)} ms), les ${pages} pages ${again}, qui en prend ${precise(savedMs)} (${whole(size)} structures)`;
  });

const auditLines = ({ audits }: Results): string[] =>
  audits.map(
    ({ page, performance, lcpMs, cls }) =>
      `- mesuré : Lighthouse mobile, ${page} — ${performance} en performance, LCP ${precise(lcpMs / 1000)} s, CLS ${precise(cls)}`,
  );

const WEIGHTS: [heading: string, of: (weight: PageWeight) => number][] = [
  ['HTML', ({ html }) => html],
  ['JavaScript', ({ script }) => script],
  ['CSS', ({ style }) => style],
  ['Caractères', ({ font }) => font],
  ['JavaScript et CSS venus ensuite', ({ later }) => later],
  ['Le reste', ({ other }) => other],
  ['En tout', allOf],
];

function weightLines({ weights }: Results): string[] {
  if (weights.length === 0) return [];
  const lines = weights.map((weight) => [weight.page, ...WEIGHTS.map(([, of]) => precise(of(weight) / 1000))]);
  return [
    '',
    'Ce qu’un navigateur reçoit d’une page qu’il ne connaît pas, lue jusqu’à sa carte : kilooctets, comme ils sont envoyés.',
    '',
    ...table(
      ['Page'],
      WEIGHTS.map(([heading]) => heading),
      lines,
    ),
  ];
}

function elsewhereLines({ rows, elsewhere }: Results): string[] {
  const [first] = elsewhere;
  if (!first) return [];
  const lines = first.rows.map((row) => [
    row.job ?? '',
    whole(row.size),
    String(row.connections),
    ...[rows, ...elsewhere.map((one) => one.rows)].map((there) => precise(beside(there, row)?.postgresCpuMs)),
  ]);
  return [
    '',
    'Les mêmes travaux, froids, sur des PostgreSQL laissés à leurs réglages d’origine : millisecondes de leur processeur pour une réponse.',
    ...(elsewhere.some(({ server }) => server.includes(' 15')) ? [] : ['Cette machine n’a pas de PostgreSQL 15.']),
    '',
    ...table(['Travail'], ['Structures', 'Connexions', 'Ici', ...elsewhere.map(({ server }) => server)], lines),
  ];
}

export function writeReport(results: Results, goals: readonly Goal[], seconds: number): string {
  const { rows } = results;
  const [processor] = cpus();
  const date = new Date().toLocaleDateString('fr-FR', { dateStyle: 'long' });
  const lines = rows.map((row) => [...WORDS, ...NUMBERS].map(([, cell]) => cell(row, rows)));
  return [
    `Mesuré le ${date} avec ${seconds} s par mesure, Node ${process.versions.node}, ${cpus().length} × ${processor?.model.trim() ?? 'processeur inconnu'}.`,
    'Tiède : une adresse répétée. Froid : chaque adresse n’est demandée qu’une fois (celles des fiches d’un petit annuaire, une fois après chaque oubli). Le processeur est celui du serveur pour une réponse. Une page est demandée comme le fait un navigateur, compressée ; le serveur nu en renvoie les octets que le site a envoyés.',
    '',
    ...goals.map(({ sentence, value, kept }) => `- ${kept ? 'tenu' : '**manqué**'} : ${sentence} — ${value}`),
    ...savingLines(rows),
    ...editLines(results),
    ...auditLines(results),
    ...weightLines(results),
    ...(rows.length === 0 ? [] : ['', ...table(headings(WORDS), headings(NUMBERS), lines)]),
    ...elsewhereLines(results),
    '',
  ].join('\n');
}
