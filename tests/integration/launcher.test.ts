import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '@/lib/cli/port';
import { withClient } from '@/lib/cli/scratch';
import { isPidRunning } from '@/lib/database/processes.mjs';
import { removeDataFolder } from '../support/data-folder';
import { type Launch, type Launched, launch } from '../support/launcher';
import { postmasterOf } from '../support/postmaster';
import { ROOT } from '../support/templates';
import { createTestDatabase } from '../support/test-database';

const DATA = `launcher-${process.pid}`;
const home = (name = DATA) => path.join(ROOT, '.data', name);
const running: Launched[] = [];

function open(options: Partial<Launch> & { port: number }): Launched {
  const site = launch({ dataFolder: DATA, ...options });
  running.push(site);
  return site;
}

async function openReady(options: Partial<Launch> = {}): Promise<Launched> {
  const site = open({ port: await freePort(), ...options });
  await site.ready;
  return site;
}

const postmaster = (name = DATA) => postmasterOf(home(name));
const isGone = (pid: number) => !isPidRunning(pid);

function embeddedUrl() {
  const [port, password] = ['port', 'password'].map((file) => readFileSync(path.join(home(), file), 'utf8'));
  return `postgresql://fabriques:${password}@127.0.0.1:${port}/fabriques`;
}

const query = async <Row extends object>(url: string, statement: string): Promise<Row[]> =>
  withClient(url, async (client) => (await client.query<Row>(statement)).rows);

/** Less the steps that a start announces where they last, and the wait for another file of tests. */
const refusalOf = (site: Launched) => site.output().replaceAll(/^.*…\n/gm, '');

const total = async (site: Launched) => (await (await fetch(`${site.url}/api/v1/structures`)).json()).total;

afterEach(async () => {
  await Promise.all(running.splice(0).map((site) => site.stop()));
});
afterAll(() => {
  for (const name of [DATA, `${DATA}-older`]) removeDataFolder(name);
});

describe('npm start', () => {
  it('loads the laureates into an empty database, serves them, and ends with one line that holds the address', async () => {
    const site = await openReady();
    expect(site.output().trim().split('\n').at(-1)).toBe(`Fabriques de territoire est en ligne : ${site.url}`);
    expect(await total(site)).toBe(382);
    expect(await site.stop()).toBe(0);
  });

  it('never loads the default data over existing rows', async () => {
    const first = await openReady();
    await query(embeddedUrl(), `UPDATE structure SET archived_at = now() WHERE id <> 'fabt-032'`);
    await query(embeddedUrl(), `UPDATE structure SET name = 'Nom corrigé' WHERE id = 'fabt-032'`);
    await first.stop();
    const second = await openReady();
    const { items } = await (await fetch(`${second.url}/api/v1/structures`)).json();
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['Nom corrigé']);
    await query(embeddedUrl(), 'UPDATE structure SET archived_at = NULL');
  });

  it('neither loads nor builds again at the second start', async () => {
    const first = await openReady();
    await first.stop();
    const site = await openReady();
    expect(site.output()).not.toMatch(/Chargement|Construction/);
    expect(await total(site)).toBe(382);
  });

  it('serves without the compiler in its memory', async () => {
    const site = await openReady();
    expect(await total(site)).toBe(382);
    const mapped = readFileSync(`/proc/${site.pid}/maps`, 'utf8');
    expect(mapped).toContain('node');
    expect(mapped).not.toContain('next-swc');
  });

  it('says in one sentence that the port is taken', async () => {
    const site = await openReady();
    const second = open({ port: Number(new URL(site.url).port) });
    expect(await second.ended).toBe(1);
    expect(second.output().trim()).toMatch(/^Le port \d+ est déjà pris par un autre programme : .*PORT\.$/);
    expect(await total(site)).toBe(382);
  });

  it('shares the database between two ports; the last to leave stops it', async () => {
    const [first, second] = await Promise.all([openReady(), openReady()]);
    const pid = postmaster();
    expect(await Promise.all([total(first), total(second)])).toEqual([382, 382]);
    await first.stop();
    expect(isPidRunning(pid)).toBe(true);
    expect(await total(second)).toBe(382);
    await second.stop();
    expect(isGone(pid)).toBe(true);
  });

  it('lets one of two starts at once on one port serve, and the other say that the port is taken', async () => {
    const port = await freePort();
    const both = [open({ port }), open({ port })];
    const isReady = await Promise.all(
      both.map((site) =>
        site.ready.then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(isReady.toSorted()).toEqual([false, true]);
    const loser = both[isReady.indexOf(false)];
    expect(await loser?.ended).toBe(1);
    expect(loser?.output()).toContain(`Le port ${port} est déjà pris`);
  });

  it('finds what was acknowledged after a kill -9 of everything', async () => {
    const site = await openReady();
    await query(embeddedUrl(), `UPDATE structure SET name = 'Écrit juste avant' WHERE id = 'fabt-032'`);
    const pid = postmaster();
    site.process.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await site.ended;
    const next = await openReady();
    expect(await query(embeddedUrl(), `SELECT name FROM structure WHERE id = 'fabt-032'`)).toEqual([
      { name: 'Écrit juste avant' },
    ]);
    expect(await total(next)).toBe(382);
  });

  it('finishes the request that runs when it is asked to stop', async () => {
    const site = await openReady();
    const locker = new Client({ connectionString: embeddedUrl() });
    await locker.connect();
    await locker.query('BEGIN; LOCK TABLE structure IN ACCESS EXCLUSIVE MODE');
    const answer = fetch(`${site.url}/api/v1/structures?q=machinerie`);
    const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted`;
    while ((await query(embeddedUrl(), waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    const stopped = site.stop();
    // A page that needs nothing of the database, for as long as anyone is let in.
    await vi.waitFor(() => expect(fetch(`${site.url}/a-propos`)).rejects.toThrow('fetch failed'), { timeout: 20_000 });
    await locker.query('COMMIT');
    await locker.end();
    expect((await answer).status).toBe(200);
    expect(await stopped).toBe(0);
  });

  it('uses the PostgreSQL of DATABASE_URL and starts none', async () => {
    const database = await createTestDatabase();
    const name = `${DATA}-unused`;
    const site = await openReady({ settings: { DATABASE_URL: database }, dataFolder: name });
    expect(await total(site)).toBe(382);
    expect(() => postmaster(name)).toThrow('ENOENT');
  });

  it('makes its addresses from SITE_URL, whatever a visitor forges', async () => {
    const site = await openReady({ settings: { SITE_URL: 'https://fabriques.example.fr' } });
    const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', host: 'evil.example' };
    const answer = await fetch(`${site.url}/`, { headers: forged });
    const page = await answer.text();
    expect(page).not.toContain('evil.example');
    expect(page).toContain('https://fabriques.example.fr');
    for (const asked of ['/', '/nulle-part', '/api/v1/structures?page=zero', '/carte/fonds.svg', '/%E0%A4%A']) {
      const reply = await fetch(`${site.url}${asked}`);
      // An answer left unread would be waited for at the stop.
      await reply.arrayBuffer();
      expect([asked, reply.headers.get('strict-transport-security')]).toEqual([asked, 'max-age=31536000']);
    }
  });

  it.skipIf(process.platform !== 'linux')('serves at HOST alone, itself included', async () => {
    const site = await openReady({ settings: { HOST: '127.0.0.1' } });
    const { port } = new URL(site.url);
    const listening =
      readFileSync(`/proc/${site.pid}/net/tcp`, 'utf8') + readFileSync(`/proc/${site.pid}/net/tcp6`, 'utf8');
    const hexadecimal = Number(port).toString(16).toUpperCase().padStart(4, '0');
    // 0A: listening.
    const addresses = [...listening.matchAll(new RegExp(`(\\w+):${hexadecimal} \\w+:0000 0A`, 'g'))].map(
      ([, address]) => address,
    );
    expect(addresses).toEqual(['0100007F']);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  });

  it.each([
    ['PORT', 'trois mille'],
    ['HOST', 'toutes'],
    ['DATABASE_URL', 'mysql://localhost/fabriques'],
    ['SITE_URL', 'fabriques.example.fr'],
    ['TRUST_PROXY', 'oui'],
    ['MAP_TILES_URL', 'https://tuiles.example.fr/fond.png'],
    ['CONTACT_EMAIL', 'personne'],
  ])('stops at a wrong %s with one sentence that names it', async (name, value) => {
    const site = open({ port: await freePort(), settings: { [name]: value } });
    expect(await site.ended).toBe(1);
    expect(site.output()).toMatch(new RegExp(`^${name} doit être .*\\.\\n$`));
  });

  it('stops with one sentence when DATABASE_URL refuses the connection', async () => {
    const url = new URL(await createTestDatabase());
    url.password = 'hunter2';
    const site = open({ port: await freePort(), settings: { DATABASE_URL: url.href } });
    expect(await site.ended).toBe(1);
    expect(refusalOf(site)).toMatch(
      /^Le serveur refuse le mot de passe que DATABASE_URL donne au compte « fabriques » : [^\n]*\.\n$/,
    );
  });

  it('refuses the data of another PostgreSQL, and says how to move it', async () => {
    const name = `${DATA}-older`;
    mkdirSync(path.join(home(name), 'cluster'), { recursive: true });
    writeFileSync(path.join(home(name), 'cluster', 'PG_VERSION'), '15\n');
    const site = open({ port: await freePort(), dataFolder: name });
    expect(await site.ended).toBe(1);
    expect(site.output()).toContain('vient de PostgreSQL 15');
    expect(site.output()).toContain('npm run db:dump');
  });
});
