import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withClient } from '@/lib/cli/scratch';
import { disconnect, getDb, getPool } from '@/lib/database/db';
import { acquireDatabase, type EmbeddedDatabase } from '@/lib/database/embedded';
import { applyMigrations } from '@/lib/database/migrations';
import { isPidRunning } from '@/lib/database/processes.mjs';
import { loadDefaultData } from '@/lib/default-data/load';
import { DomainError } from '@/lib/errors';
import * as structures from '@/lib/structures/commands';
import { TEST_SECRET } from '../../support/launcher';
import { anyStructure, makeActor } from '../../support/office-records';
import { dressProject, killServer, postmasterOf } from '../../support/postmaster';
import { ROOT } from '../../support/templates';

const WRITERS = 10;
const SAVES_EACH = 100;
/** Killed outright, told to drop everything, told to end its sessions: a power cut, a crash, an operator. */
const ENDS = ['SIGKILL', 'SIGQUIT', 'SIGINT', 'SIGKILL', 'SIGQUIT'] as const;

let folder: string;
let database: EmbeddedDatabase;
/** A server of its own, that forgets nothing: that of the other tests trades durability for speed. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'restarts-'));
  dressProject(folder);
  mkdirSync(path.join(folder, '.data'));
  database = await acquireDatabase(folder);
  await withClient(database.url, async (client) => {
    await applyMigrations(client, path.join(ROOT, 'prisma', 'migrations'));
    await loadDefaultData(client);
  });
  Object.assign(process.env, { DATABASE_URL: database.url, AUTH_SECRET: TEST_SECRET });
}, 300_000);
afterAll(async () => {
  await disconnect();
  await database?.release();
  if (database && !database.home.startsWith(folder)) rmSync(path.dirname(database.home), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

async function endServer(signal: (typeof ENDS)[number]) {
  const pid = killServer(database.home, signal);
  while (isPidRunning(pid)) await sleep(50);
}

const isBack = () =>
  withClient(database.url, (client) => client.query('SELECT 1')).then(
    () => true,
    () => false,
  );

it('five database restarts under 1,000 saves lose none that was acknowledged, and leave nothing half written', async () => {
  const actor = await makeActor();
  const ids = await Promise.all(
    Array.from({ length: WRITERS }, (_, at) =>
      structures.createStructure(anyStructure({ name: `Lieu ${'abcdefghij'[at]?.repeat(6)}` }), true, actor),
    ),
  );
  /** By structure, what each acknowledged version holds: the first is its creation. */
  const acknowledged = new Map(ids.map((id): [string, (string | null)[]] => [id, [null]]));
  const addressOf = (id: string, save: number) => `${save} rue ${ids.indexOf(id) + 1}`;
  const tally = { saved: 0, refused: 0, isOver: false };
  /** Sends again, as it was, what was not acknowledged: what had been written all the same is then written once. */
  const save = async (id: string, version: number, address: string): Promise<number> => {
    const typed = anyStructure({ name: `Lieu ${'abcdefghij'[ids.indexOf(id)]?.repeat(6)}`, address });
    for (;;) {
      try {
        return await structures.saveStructure({ id, version, typed, keepSaved: [], isDuplicateAccepted: true }, actor);
      } catch (error) {
        // A lost connection is said in many ways; what the domain refuses is never sent again.
        if (error instanceof DomainError) throw error;
        tally.refused += 1;
        await sleep(100);
      }
    }
  };
  const write = async (id: string) => {
    const versions = acknowledged.get(id) ?? [];
    for (let turn = 1; turn <= SAVES_EACH; turn += 1) {
      const address = addressOf(id, turn);
      // Never a version before the last one acknowledged: it would have been lost.
      expect(await save(id, turn, address)).toBe(turn + 1);
      versions.push(address);
      tally.saved += 1;
    }
  };
  const postmasters = new Set([postmasterOf(database.home)]);
  const restart = async () => {
    for (const [at, signal] of ENDS.entries()) {
      const due = ((at + 1) * WRITERS * SAVES_EACH) / (ENDS.length + 1);
      while (tally.saved < due && !tally.isOver) await sleep(10);
      await endServer(signal);
      while (!(await isBack())) await sleep(100);
      postmasters.add(postmasterOf(database.home));
    }
  };
  const writing = Promise.allSettled(ids.map(write)).finally(() => {
    tally.isOver = true;
  });
  // Each goes to its end whatever becomes of the others: the server is there when the test leaves.
  const [writers] = await Promise.all([writing, restart()]);
  expect(writers.filter(({ status }) => status === 'rejected')).toEqual([]);

  expect(tally.saved).toBe(WRITERS * SAVES_EACH);
  expect(postmasters.size).toBe(ENDS.length + 1);
  // The restarts came while people were saving.
  expect(tally.refused).toBeGreaterThanOrEqual(ENDS.length);

  const { rows: held } = await getPool().query<{ id: string; version: number; address: string; sources: number }>(
    `SELECT id, version, address, (SELECT count(*)::int FROM structure_source WHERE structure_id = s.id) AS sources
       FROM structure s WHERE id = ANY($1)`,
    [ids],
  );
  expect(new Map(held.map(({ id, ...row }) => [id, row]))).toEqual(
    new Map(ids.map((id) => [id, { version: SAVES_EACH + 1, address: addressOf(id, SAVES_EACH), sources: 1 }])),
  );
  // One line of the journal for each version acknowledged, and none besides.
  const journal = await getDb().auditEntry.findMany({
    where: { subjectId: { in: ids } },
    orderBy: { id: 'asc' },
    select: { subjectId: true, after: true },
  });
  const told = new Map(ids.map((id): [string, unknown[]] => [id, []]));
  for (const { subjectId, after } of journal) {
    const { version, address = null } = after as { version: number; address?: string };
    told.get(subjectId)?.push({ version, address });
  }
  const expected = [...acknowledged].map(([id, addresses]): [string, unknown[]] => [
    id,
    addresses.map((address, at) => ({ version: at + 1, address })),
  ]);
  expect(told).toEqual(new Map(expected));
}, 400_000);
