import { cpus } from 'node:os';
import { type Elsewhere, elsewhereTable } from './elsewhere';
import type { Goal } from './goals';
import { isJson, isPage, SAVING } from './load/jobs';
import { ANSWERER_NAMES, type Answerer, type Row, TEMPERATURE_NAMES } from './run';

const NARROW = '\u202F';
const whole = (value: number) => Math.round(value).toLocaleString('fr-FR').replaceAll(/\s/g, NARROW);
const precise = (value: number) =>
  Number.isFinite(value)
    ? value.toLocaleString('fr-FR', { maximumSignificantDigits: 3 }).replaceAll(/\s/g, NARROW)
    : '—';
const optional = (value: number | null) => (value === null ? '—' : precise(value));

const HEADER = [
  'Travail',
  'Structures',
  'Répondant',
  'Tiède ou froid',
  'Connexions',
  'Réponses/s',
  'p50 (ms)',
  'p99 (ms)',
  'Octets',
  'Processeur (ms)',
  'PostgreSQL (ms)',
  'Part de la route vide',
  'Fois la page vide',
  'Part du serveur nu',
];

const percent = (value: number, of: number | undefined) =>
  of === undefined || !Number.isFinite(value / of) ? '' : `${whole((value / of) * 100)}${NARROW}%`;

function line(row: Row, rows: readonly Row[]): string[] {
  const { measure: m } = row;
  const beside = (answerer: Answerer) =>
    rows.find(
      (other) =>
        other.answerer === answerer &&
        other.size === row.size &&
        other.connections === row.connections &&
        (answerer !== 'bare' || (other.job === row.job && other.temperature === row.temperature)),
    )?.measure;
  const [route, page, bare] = [beside('empty route'), beside('empty page'), beside('bare')];
  const isSite = row.answerer === 'site';
  const isData = isSite && row.job !== null && isJson(row.job);
  const isWholePage = isSite && row.job !== null && isPage(row.job);
  return [
    row.job ?? '(rien)',
    whole(row.size),
    ANSWERER_NAMES[row.answerer],
    row.temperature === null ? '—' : TEMPERATURE_NAMES[row.temperature],
    String(row.connections),
    precise(m.requestsPerSecond),
    precise(m.p50),
    precise(m.p99),
    whole(m.bytes),
    optional(m.cpuMs),
    optional(m.postgresCpuMs),
    isData ? percent(m.requestsPerSecond, route?.requestsPerSecond) : '',
    isWholePage && m.cpuMs !== null && page?.cpuMs ? precise(m.cpuMs / page.cpuMs) : '',
    isData ? percent(m.requestsPerSecond, bare?.requestsPerSecond) : '',
  ];
}

const tableLine = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** What a save by the site costs beside the same rows written by hand: told, not judged, for it has no goal. */
const savingLines = (rows: readonly Row[]): string[] =>
  rows
    .filter(({ job, answerer }) => job === SAVING && answerer === 'site')
    .flatMap(({ size, measure: site }) => {
      const byHand = rows.find((row) => row.size === size && row.answerer === 'prepared write')?.measure;
      if (!byHand) return [];
      return [
        `- mesuré : Enregistrer une structure par son formulaire, contre les mêmes lignes écrites en SQL préparé — ${precise(site.p50 / byHand.p50)} fois (${precise(site.p50)} ms contre ${precise(byHand.p50)} ms, médianes, ${whole(size)} structures)`,
      ];
    });

/** The same jobs on servers left as they came; says so where there is no PostgreSQL 15. */
function elsewhereLines(rows: readonly Row[], elsewhere: readonly Elsewhere[]): string[] {
  if (elsewhere.length === 0) return [];
  const header = ['Travail', 'Structures', 'Connexions', 'Ici', ...elsewhere.map(({ server }) => server)];
  return [
    '',
    'Les mêmes travaux, froids, sur des PostgreSQL laissés à leurs réglages d’origine : millisecondes de leur processeur pour une réponse.',
    ...(elsewhere.some(({ server }) => server.includes(' 15')) ? [] : ['Cette machine n’a pas de PostgreSQL 15.']),
    '',
    tableLine(header),
    tableLine(header.map((_, index) => (index === 0 ? '---' : '---:'))),
    ...elsewhereTable(rows, elsewhere).map(({ job, size, connections, costs }) =>
      tableLine([job, whole(size), String(connections), ...costs.map(optional)]),
    ),
  ];
}

/** The report as Markdown: what was kept or not, what is only told, then the measures. */
export function writeReport(
  rows: readonly Row[],
  goals: readonly Goal[],
  seconds: number,
  elsewhere: readonly Elsewhere[] = [],
): string {
  const [processor] = cpus();
  const date = new Date().toLocaleDateString('fr-FR', { dateStyle: 'long' });
  const columns = HEADER.map((_, index) => (index < 4 ? '---' : '---:'));
  return [
    `Mesuré le ${date} avec ${seconds} s par mesure, Node ${process.versions.node}, ${cpus().length} × ${processor?.model.trim() ?? 'processeur inconnu'}.`,
    'Tiède : une adresse répétée. Froid : chaque adresse n’est demandée qu’une fois (celles des fiches d’un petit annuaire, une fois après chaque oubli). Le processeur est celui du serveur pour une réponse.',
    '',
    ...goals.map(({ sentence, value, kept }) => `- ${kept ? 'tenu' : '**manqué**'} : ${sentence} — ${value}`),
    ...savingLines(rows),
    '',
    tableLine(HEADER),
    tableLine(columns),
    ...rows.map((row) => tableLine(line(row, rows))),
    ...elsewhereLines(rows, elsewhere),
    '',
  ].join('\n');
}
