import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '@/lib/cli/port';
import { withClient } from '@/lib/cli/scratch';
import { type Launch, type Launched, launch, TEST_SECRET } from '../support/launcher';
import { copySite, sendForm } from '../support/site-copy';
import { ROOT } from '../support/templates';
import { createEmptyDatabase, createTestDatabase } from '../support/test-database';

/** A host builds in one folder, then serves from another that the account of the site may not write to. */
const ELSEWHERE = path.join(ROOT, '.data', `hosted-${process.pid}`);
const NOBODY = process.getuid?.() === 0 ? 65_534 : undefined;
const ownFolders = ['app', 'lib', 'prisma', '.next'].map((name) => path.join(ELSEWHERE, name));

const running: Launched[] = [];
async function open(url: string, options: Partial<Launch> = {}): Promise<Launched> {
  const settings = { DATABASE_URL: url };
  const site = launch({ root: ELSEWHERE, port: await freePort(), account: NOBODY, settings, ...options });
  running.push(site);
  return site;
}

const release = (url: string) =>
  promisify(execFile)(process.execPath, [path.join(ELSEWHERE, 'lib', 'cli', 'main.mjs'), 'migrate'], {
    env: { ...process.env, DATABASE_URL: url, AUTH_SECRET: TEST_SECRET },
    ...(NOBODY !== undefined && { uid: NOBODY, gid: NOBODY }),
  });

const count = (url: string, what: string) =>
  withClient(url, async (client) => (await client.query(`SELECT count(*)::int AS count FROM ${what}`)).rows[0].count);

/** Root closes nothing to itself: another account takes its place. Packages are shared with the project, and stay as they are. */
const close = () =>
  NOBODY === undefined &&
  execFileSync('chmod', ['-R', 'a-w', ...ownFolders]) &&
  execFileSync('chmod', ['a-w', ELSEWHERE]);
const reopen = () => execFileSync('chmod', ['u+w', ELSEWHERE]) && execFileSync('chmod', ['-R', 'u+w', ...ownFolders]);

/** Root may keep its work where no other account enters. */
const mayEnter =
  NOBODY === undefined || spawnSync('ls', [path.join(ROOT, 'node_modules')], { uid: NOBODY, gid: NOBODY }).status === 0;

describe.runIf(mayEnter)('a site that was built elsewhere, without any setting or database', () => {
  let database: string;

  beforeAll(async () => {
    const copy = copySite(`built-${process.pid}`);
    copy.writePage('un');
    await copy.build();
    renameSync(copy.root, ELSEWHERE);
    close();
    database = await createTestDatabase();
  }, 400_000);
  afterAll(async () => {
    await Promise.all(running.map((site) => site.stop()));
    reopen();
    rmSync(ELSEWHERE, { recursive: true, force: true });
  });

  it('is served by an account that can write nothing there', { timeout: 400_000 }, async () => {
    const site = await open(database);
    await site.ready;
    const answer = await fetch(site.url);
    expect(answer.status).toBe(200);
    expect(await sendForm(await answer.text(), site.url)).toBe(303);
    expect(await site.stop()).toBe(0);
    expect(site.output()).not.toContain('Construction');
    expect(existsSync(path.join(ELSEWHERE, '.data'))).toBe(false);
  });

  it('starts twice at once, while a release prepares their empty database once', { timeout: 400_000 }, async () => {
    const url = await createEmptyDatabase();
    const [released, ...sites] = await Promise.all([release(url), open(url), open(url)]);
    expect(released.stdout).toMatch(/La base de données est prête pour cette version\.\n$/);
    await Promise.all(sites.map((site) => site.ready));
    expect(await count(url, 'structure')).toBe(382);
    expect(await count(url, `audit_entry WHERE action = 'data.loaded'`)).toBe(1);
    // After a release, a start finds nothing to do.
    const later = await open(url);
    await later.ready;
    expect(later.output()).not.toMatch(/Chargement|Mise à niveau|Construction/);
    await Promise.all([...sites, later].map((site) => site.stop()));
  });

  it('answers while its start lasts, and is then there without having been away', { timeout: 400_000 }, async () => {
    const url = await createTestDatabase('migrated');
    const client = new Client({ connectionString: url });
    await client.connect();
    // The load of the default data waits here.
    await client.query('BEGIN; LOCK TABLE commune IN ACCESS EXCLUSIVE MODE');
    const site = await open(url);
    await vi.waitFor(() => fetch(site.url), { timeout: 60_000, interval: 100 });
    const early = await fetch(`${site.url}/fabriques`);
    expect([early.status, early.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await early.text()).toContain('Le site démarre');
    const health = await fetch(`${site.url}/api/sante`);
    expect([health.status, await health.json()]).toEqual([
      503,
      expect.objectContaining({ detail: expect.stringContaining('Le site démarre') }),
    ]);
    const sent = await fetch(site.url, { method: 'POST', body: new FormData() });
    expect([sent.status, await sent.text()]).toEqual([503, expect.stringContaining('n’est encore enregistré')]);
    expect(site.output()).not.toContain('est en ligne');

    await client.query('ROLLBACK');
    await client.end();
    const statuses = [503];
    while (statuses.at(-1) === 503) statuses.push((await fetch(site.url)).status);
    expect(statuses.at(-1)).toBe(200);
    await site.ready;
    expect(await site.stop()).toBe(0);
  });

  it('says in one sentence that it is not built when its sources are others', async () => {
    reopen();
    writeFileSync(path.join(ELSEWHERE, 'app', 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    close();
    const site = await open(database);
    expect(await site.ended).toBe(1);
    expect(site.output().trim()).toMatch(
      /^Le site n’est pas construit et ce compte .* : lancez « npm run build » .*\.$/,
    );
  });
});
