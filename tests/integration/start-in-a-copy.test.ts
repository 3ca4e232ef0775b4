import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '@/lib/cli/port';
import { lockFile } from '@/lib/database/file-lock.mjs';
import { type Launched, launch } from '../support/launcher';
import { dropDatabase, ROOT } from '../support/templates';
import { createTestDatabase } from '../support/test-database';

/** A copy of the launcher with a site of one page, which builds in a few seconds. */
const COPY = path.join(ROOT, '.data', `copy-${process.pid}`);
const LAYOUT =
  'export const dynamic = "force-dynamic";\nexport default ({ children }: { children: React.ReactNode }) => <html lang="fr"><body>{children}</body></html>;\n';
const writeSource = (name: string, text: string) => writeFileSync(path.join(COPY, 'app', name), text);
const ACTION =
  "'use server';\nimport { redirect } from 'next/navigation';\nexport async function send() { redirect('/'); }\n";
const writePage = (sentence: string) =>
  writeSource(
    'page.tsx',
    `import { send } from './actions';\nexport default function Page() { return <form action={send}><h1>${sentence}</h1></form>; }\n`,
  );
const builds = () => readdirSync(path.join(COPY, '.next', 'builds')).toSorted();
const build = () => promisify(execFile)(process.execPath, [path.join(COPY, 'lib', 'cli', 'main.mjs'), 'build']);

const running: Launched[] = [];
let database: string;
async function open(url = database): Promise<Launched> {
  const site = launch({ root: COPY, port: await freePort(), settings: { DATABASE_URL: url } });
  running.push(site);
  return site;
}
const page = async ({ url }: Launched) => {
  const answer = await fetch(url);
  return [answer.status, /<h1>(.*?)<\/h1>/.exec(await answer.text())?.[1]];
};

/** Sends the form of one site's page to another, as a browser without JavaScript does. */
async function sendForm(from: Launched, to: Launched): Promise<number> {
  const field = /name="(\$ACTION_ID_\w+)"/.exec(await (await fetch(from.url)).text())?.[1] ?? '';
  const body = new FormData();
  body.set(field, '');
  const answer = await fetch(to.url, { method: 'POST', headers: { origin: to.url }, body, redirect: 'manual' });
  return answer.status;
}

beforeAll(async () => {
  database = await createTestDatabase();
  mkdirSync(path.join(COPY, 'app'), { recursive: true });
  for (const name of ['lib', 'prisma', 'package.json', 'package-lock.json', 'next.config.ts', 'tsconfig.json']) {
    cpSync(path.join(ROOT, name), path.join(COPY, name), { recursive: true });
  }
  // Hard links: the packages must be below the copy's own root, and take no room.
  execFileSync('cp', ['-Rl', path.join(ROOT, 'node_modules'), path.join(COPY, 'node_modules')]);
  writeSource('layout.tsx', LAYOUT);
  writeSource('actions.ts', ACTION);
});
afterAll(async () => {
  await Promise.all(running.map((site) => site.stop()));
  await dropDatabase(database);
  rmSync(COPY, { recursive: true, force: true });
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
    const second = await open();
    const seen = new Set<string>();
    do {
      seen.add(JSON.stringify([...(await page(first)), (await fetch(first.url + script)).status]));
    } while (second.process.exitCode === null && !second.output().includes('est en ligne'));
    await second.ready;
    expect([...seen]).toEqual(['[200,"un",200]']);
    expect(await page(second)).toEqual([200, 'deux']);
    expect(await page(first)).toEqual([200, 'un']);
    expect(builds()).toHaveLength(2);
    // A page that is open during an upgrade, or that another instance wrote, is still understood.
    expect(await sendForm(first, second)).toBe(303);
    expect(await sendForm(second, first)).toBe(303);

    await first.stop();
    await build();
    expect(builds()).toHaveLength(1);
    expect(builds()).not.toContain(served);
    expect(await page(second)).toEqual([200, 'deux']);
  });

  it('that failed says why and is not kept', async () => {
    const before = builds();
    writeSource('page.tsx', 'export default function Page() { return <h1>; }\n');
    await expect(build()).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('La construction du site a échoué'),
    });
    expect(builds()).toEqual(before);
  });
});

/** Asks it to stop once it has said those words, while what it waits for is still held; returns how it ended. */
async function stopAfter(site: Launched, words: string, signal: NodeJS.Signals) {
  await vi.waitFor(() => expect(site.output()).toContain(words), { timeout: 30_000, interval: 20 });
  site.process.kill(signal);
  return { code: await site.ended, output: site.output() };
}

describe('a start', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('that waits for another leaves at once on %s', async (signal) => {
    const unlock = await lockFile(path.join(COPY, '.next', 'prepare.lock'));
    try {
      const { code, output } = await stopAfter(await open(), 'attente…', signal);
      expect([code, output]).toEqual([0, 'Un autre démarrage prépare le site : attente…\n']);
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
      expect([code, output]).toEqual([0, 'Chargement des lauréats et des communes…\n']);
      await client.query('ROLLBACK');
      const { rows } = await client.query('SELECT count(*)::int AS count FROM structure');
      expect(rows).toEqual([{ count: 0 }]);
      await client.end();
      await dropDatabase(url);
    },
  );
});
