import { createHistogram } from 'node:perf_hooks';
import type { ClientBase } from 'pg';
import { syntheticId } from './directory/synthetic-structures';
import { SAVING } from './load/jobs';
import { type Measure, record, summarize, type Target } from './load/measure';
import { readCpu, type Spender } from './load/processes';
import type { Row } from './results';
import { WARM_UP_SECONDS } from './run';
import { prepareSaves } from './saving/prepared-save';
import { openStructureForm, type Saved } from './saving/site-save';

type Save = (name: string) => Promise<Saved>;

const STRUCTURE = syntheticId(1);

/** A new site is slow at first and a busy machine always: so many saves make its code ready, and then a median. */
const FEWEST = 20;

let named = 0;

async function repeat(save: Save, seconds: number) {
  const times = createHistogram();
  const sum = { milliseconds: 0, bytes: 0 };
  const end = performance.now() + seconds * 1000;
  while (times.count < FEWEST || performance.now() < end) {
    // A name never seen before, so that each save gives the structure another address too.
    named += 1;
    const { milliseconds, bytes } = await save(`Mesure ${process.pid}-${named}`);
    record(times, milliseconds);
    sum.milliseconds += milliseconds;
    sum.bytes += bytes;
  }
  return { times, failures: 0, bytes: sum.bytes, seconds: sum.milliseconds / 1000 };
}

async function readWritten(client: ClientBase): Promise<number[]> {
  const { rows } = await client.query<{ written: number[] }>(
    `SELECT ARRAY[version, (SELECT count(*)::int FROM audit_entry WHERE subject_id = s.id),
       (SELECT count(*)::int FROM form_key)] AS written FROM structure s WHERE id = $1`,
    [STRUCTURE],
  );
  return rows[0]?.written ?? [];
}

async function measureSaves(client: ClientBase, save: Save, spender: Spender, seconds: number): Promise<Measure> {
  await repeat(save, WARM_UP_SECONDS);
  const written = await readWritten(client);
  const before = readCpu(spender);
  const counted = await repeat(save, seconds);
  const measure = summarize(counted, before, readCpu(spender));
  const grown = (await readWritten(client)).map((count, index) => count - (written[index] ?? 0));
  if (grown.some((count) => count !== measure.answers))
    throw new Error(`${measure.answers} saves wrote ${grown.join(', ')} versions, lines and keys`);
  return measure;
}

/** It writes: only for a database that nothing else will read. */
export async function runSaves(
  size: number,
  site: Target,
  client: ClientBase,
  actorId: string,
  seconds: number,
): Promise<Row[]> {
  const row = { size, job: SAVING, temperature: null, connections: 1 } as const;
  const bySite = await measureSaves(client, await openStructureForm(site.url, STRUCTURE), site, seconds);
  // The statements are sent by this very program: its processor is what they cost outside of PostgreSQL.
  const spender = { pid: process.pid, postmaster: site.postmaster };
  const byHand = await measureSaves(client, await prepareSaves(client, STRUCTURE, actorId), spender, seconds);
  return [
    { ...row, answerer: 'site', measure: bySite },
    { ...row, answerer: 'prepared write', measure: byHand },
  ];
}
