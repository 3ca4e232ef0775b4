import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '@/lib/cli/port';
import { lockFile } from '@/lib/database/file-lock.mjs';
import { type Launched, launch } from '../support/launcher';
import { copySite, sendForm } from '../support/site-copy';
import { createTestDatabase } from '../support/test-database';

const copy = copySite(`copy-${process.pid}`);
const { build, writePage } = copy;
const builds = () => readdirSync(path.join(copy.root, '.next', 'builds')).toSorted();

const running: Launched[] = [];
let database: string;
async function open(url = database, settings: Record<string, string> = {}): Promise<Launched> {
  const site = launch({ root: copy.root, port: await freePort(), settings: { DATABASE_URL: url, ...settings } });
  running.push(site);
  return site;
}
const page = async ({ url }: Launched) => {
  const answer = await fetch(url);
  return [answer.status, /<h1>(.*?)<\/h1>/.exec(await answer.text())?.[1]];
};

const sendFormOf = async (from: Launched, to: Launched) => sendForm(await (await fetch(from.url)).text(), to.url);

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await Promise.all(running.map((site) => site.stop()));
  copy.remove();
});

describe('a build', () => {
  it('never touches the one that a running site serves, and goes once nobody serves it', {
    timeout: 400_000,
  }, async () => {
    writePage('un');
    const first = await open();
    await first.ready;
    const script = /\/_next\/static\/[^"]+\.js/.exec(await (await fetch(first.url)).text())?.[0] ?? '';
    const [served] = builds();

    writePage('deux');
    const second = await open(database, { AUTH_SECRET: 'another secret, also of more than 32 characters' });
    const seen = new Set<string>();
    do {
      seen.add(JSON.stringify([...(await page(first)), (await fetch(first.url + script)).status]));
    } while (second.process.exitCode === null && !second.output().includes('est en ligne'));
    await second.ready;
    expect([...seen]).toEqual(['[200,"un",200]']);
    expect(await page(second)).toEqual([200, 'deux']);
    expect(await page(first)).toEqual([200, 'un']);
    expect(builds()).toHaveLength(2);
    // A page that is open during an upgrade, or that another instance wrote, is still understood, whatever their secrets.
    expect(await sendFormOf(first, second)).toBe(303);
    expect(await sendFormOf(second, first)).toBe(303);

    await first.stop();
    await build();
    expect(builds()).toHaveLength(1);
    expect(builds()).not.toContain(served);
    expect(await page(second)).toEqual([200, 'deux']);
  });

  it('that failed says why and is not kept', { timeout: 400_000 }, async () => {
    const before = builds();
    copy.writeSource('page.tsx', 'export default function Page() { return <h1>; }\n');
    await expect(build()).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('La construction du site a échoué'),
    });
    expect(builds()).toEqual(before);
  });
});

/** Where steps last, they are announced before; nothing follows what it waits for. */
const lastOf = (output: string) => /.*\n$/.exec(output)?.[0];

async function stopAfter(site: Launched, words: string, signal: NodeJS.Signals) {
  await vi.waitFor(() => expect(site.output()).toContain(words), { timeout: 30_000, interval: 20 });
  site.process.kill(signal);
  return { code: await site.ended, output: site.output() };
}

describe('a start', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('that waits for another leaves at once on %s', async (signal) => {
    const unlock = await lockFile(path.join(copy.root, '.next', 'prepare.lock'));
    try {
      const { code, output } = await stopAfter(await open(), 'attente…', signal);
      expect([code, lastOf(output)]).toEqual([0, 'Un autre démarrage prépare le site : attente…\n']);
    } finally {
      unlock();
    }
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'that loads the data leaves at once on %s, and loads nothing',
    async (signal) => {
      const url = await createTestDatabase('migrated');
      const client = new Client({ connectionString: url });
      await client.connect();
      // The load waits here, however fast the machine is.
      await client.query('BEGIN; LOCK TABLE commune IN ACCESS EXCLUSIVE MODE');
      const { code, output } = await stopAfter(await open(url), 'Chargement des lauréats', signal);
      expect([code, lastOf(output)]).toEqual([0, 'Chargement des lauréats et des communes…\n']);
      await client.query('ROLLBACK');
      const { rows } = await client.query('SELECT count(*)::int AS count FROM structure');
      expect(rows).toEqual([{ count: 0 }]);
      await client.end();
    },
  );
});
