import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '@/lib/cli/port';
import { type Launched, launch } from '../support/launcher';
import { openRelay, type Relay } from '../support/relay';
import { type Template } from '../support/templates';
import { createTestDatabase } from '../support/test-database';

/** A minute is what a start waits; a first build may come before. */
const LATE = { timeout: 400_000, interval: 100 };

let database: string;
let relay: Relay;
let site: Launched;
const prepare = async (template: Template) => {
  database = await createTestDatabase(template);
  relay = await openRelay(database);
};
const start = async (isKept = false) => {
  site = launch({ port: await freePort(), settings: { DATABASE_URL: relay.url }, isKept });
};
const untilSaid = (sentence: string) => vi.waitFor(() => expect(site.output()).toContain(sentence), LATE);
const status = (address: string) => fetch(`${site.url}${address}`).then((answer) => answer.status);
const total = async () => (await (await fetch(`${site.url}/api/v1/structures`)).json()).total;
const lastLine = () => site.output().trim().split('\n').at(-1);

afterEach(async () => {
  await site.stop();
  await relay.cut();
});

describe('a start whose database goes away as the first page is asked for', { timeout: 600_000 }, () => {
  beforeEach(() => prepare('seeded'));

  it('tries again for a minute, then stays open with 503, and announces itself once it can', async () => {
    await start();
    // Once it is prepared, before anything is served.
    await relay.whenOpen(0);
    await relay.cut();
    await untilSaid('La page d’accueil répond 503 au lieu de 200 : nouveaux essais…');
    expect(await status('/')).toBe(503);
    await untilSaid('le site reste ouvert');
    expect([await status('/'), await status('/api/sante'), await status('/a-propos')]).toEqual([503, 503, 200]);
    expect(site.output()).not.toContain('est en ligne');
    await relay.restore();
    await site.ready;
    expect(lastLine()).toBe(`Fabriques de territoire est en ligne : ${site.url}`);
    expect(await total()).toBe(382);
  });

  it('is online without another word when the first page was only slow to come', async () => {
    const locker = new Client({ connectionString: database });
    await locker.connect();
    await start();
    await relay.whenOpen(0);
    await locker.query('BEGIN; LOCK TABLE structure IN ACCESS EXCLUSIVE MODE');
    await untilSaid('nouveaux essais…');
    await locker.query('ROLLBACK');
    await locker.end();
    await site.ready;
    expect(await status('/')).toBe(200);
  });

  it('ends at once, as asked, while it waits', async () => {
    await start();
    await relay.whenOpen(0);
    await relay.cut();
    await untilSaid('nouveaux essais…');
    expect(await site.stop()).toBe(0);
    expect(lastLine()).toContain('nouveaux essais…');
  });
});

describe('a site that dies while it waits for its first page', { timeout: 600_000 }, () => {
  it('is started again, for it was open', async () => {
    await prepare('seeded');
    await start(true);
    await relay.whenOpen(0);
    await relay.cut();
    await untilSaid('nouveaux essais…');
    process.kill(Number(readFileSync(`/proc/${site.pid}/task/${site.pid}/children`, 'utf8')), 'SIGKILL');
    await untilSaid('nouveau démarrage');
    await relay.restore();
    await site.ready;
    expect(await total()).toBe(382);
  });
});

describe('a start whose database is away before that', { timeout: 600_000 }, () => {
  it('waits for it, and says so', async () => {
    await prepare('seeded');
    await relay.cut();
    await start();
    await untilSaid('La base de données ne répond pas (ECONNREFUSED) : nouveaux essais…');
    await relay.restore();
    await site.ready;
    expect(await total()).toBe(382);
  });

  it('loads the data anew when it went away meanwhile', async () => {
    await prepare('migrated');
    await start();
    await relay.whenOpen(2);
    await relay.cut();
    await untilSaid('La base de données ne répond pas');
    await relay.restore();
    await site.ready;
    expect(await total()).toBe(382);
  });
});
