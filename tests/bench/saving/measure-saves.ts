import { isDeepStrictEqual } from 'node:util';
import type { ClientBase } from 'pg';
import { syntheticId } from '../directory/synthetic-structures';
import { SAVING } from '../load/jobs';
import { type Measure, perAnswer, quantile, type Target } from '../load/measure';
import { cpuMsOf, familyCpuMsOf } from '../load/processes';
import { type Row, WARM_UP_SECONDS } from '../run';
import { addAdministrator, openStructureForm, type Saved, signIn } from './office-visitor';
import { prepareSaves } from './prepared-save';

type Save = (name: string) => Promise<Saved>;
type Spender = Pick<Target, 'pid' | 'postmaster'>;

/** The structure that directories of every size begin with. */
const STRUCTURE = syntheticId(1);

/** A new site is slow at first and a busy machine always: so many saves make its code ready, and then a median. */
const FEWEST = 20;

/** What was measured, as the table tells it. Only the saves count, not what is read between two of them. */
export function summarize(saves: readonly Saved[]): Omit<Measure, 'cpuMs' | 'postgresCpuMs'> {
  const sum = (one: keyof Saved) => saves.reduce((total, save) => total + save[one], 0);
  const sorted = saves.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  return {
    answers: saves.length,
    failures: 0,
    requestsPerSecond: saves.length / (sum('milliseconds') / 1000),
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    bytes: Math.round(sum('bytes') / saves.length),
  };
}

type Written = { version: number; lines: number; keys: number };

/** What saves leave behind: both ways must leave as much. */
async function readWritten(client: ClientBase): Promise<Written> {
  const { rows } = await client.query<Written>(
    `SELECT version, (SELECT count(*)::int FROM audit_entry WHERE subject_id = s.id) AS lines,
       (SELECT count(*)::int FROM form_key) AS keys FROM structure s WHERE id = $1`,
    [STRUCTURE],
  );
  if (!rows[0]) throw new Error(`No structure ${STRUCTURE} to save`);
  return rows[0];
}

async function repeat(save: Save, names: () => string, seconds: number): Promise<Saved[]> {
  const saves: Saved[] = [];
  const end = performance.now() + seconds * 1000;
  while (saves.length < FEWEST || performance.now() < end) saves.push(await save(names()));
  return saves;
}

async function measureSaves(client: ClientBase, save: Save, spender: Spender, seconds: number): Promise<Measure> {
  let count = 0;
  // A name never seen before, so that each save gives the structure another address too.
  const names = () => `Mesure ${process.pid}-${spender.pid}-${(count += 1)}`;
  await repeat(save, names, WARM_UP_SECONDS);
  const { pid, postmaster } = spender;
  const readPostgres = () => (postmaster === null ? null : familyCpuMsOf(postmaster));
  const written = await readWritten(client);
  const [before, postgresBefore] = [cpuMsOf(pid), readPostgres()];
  const saves = await repeat(save, names, seconds);
  const [after, postgresAfter] = [cpuMsOf(pid), readPostgres()];
  const { version, lines, keys } = await readWritten(client);
  const grown = [version - written.version, lines - written.lines, keys - written.keys];
  if (
    !isDeepStrictEqual(
      grown,
      grown.map(() => saves.length),
    )
  ) {
    throw new Error(`${saves.length} saves wrote ${grown.join(', ')} versions, lines and keys`);
  }
  return {
    ...summarize(saves),
    cpuMs: perAnswer(before, after, saves.length),
    postgresCpuMs: perAnswer(postgresBefore, postgresAfter, saves.length),
  };
}

/**
 * Saving a structure by the form of the site, then the same rows by prepared statements, on one connection each. It
 * writes: only for a database that nothing else will read.
 */
export async function runSaves(size: number, site: Target, client: ClientBase, seconds: number): Promise<Row[]> {
  const actorId = await addAdministrator(client);
  const save = await openStructureForm(site.url, STRUCTURE, await signIn(site.url));
  const row = { size, job: SAVING, temperature: null, connections: 1 } as const;
  const bySite = await measureSaves(client, save, site, seconds);
  const { rows } = await client.query<{ name: string; communeName: string }>(
    `SELECT s.name, c.name AS "communeName" FROM structure s JOIN commune c ON c.code = s.commune_code WHERE s.id = $1`,
    [STRUCTURE],
  );
  const { name = '', communeName = '' } = rows[0] ?? {};
  const prepared = prepareSaves(client, { structureId: STRUCTURE, actorId, communeName, name });
  // The statements are sent by this very program: its processor is what they cost outside of PostgreSQL.
  const spender = { pid: process.pid, postmaster: site.postmaster };
  const byHand = await measureSaves(client, prepared, spender, seconds);
  return [
    { ...row, answerer: 'site', measure: bySite },
    { ...row, answerer: 'prepared write', measure: byHand },
  ];
}
