import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '@/lib/cli/port';
import { withClient } from '@/lib/cli/scratch';
import { OUTDATED_FORM } from '@/lib/forms/form-refusals';
import { ENHANCEMENT_PATH } from '@/lib/site/enhancement';
import { PAGES } from '@/lib/site/pages';
import { ACTION_FIELDS } from '../support/bare-site';
import { type Launched, launch } from '../support/launcher';
import { openRelay, type Relay } from '../support/relay';
import { createTestDatabase } from '../support/test-database';

let database: string;
let relay: Relay;
let site: Launched;
const get = (address: string) => fetch(`${site.url}${address}`, { redirect: 'manual' });
const aside = (statement: string) => withClient(database, (client) => client.query(statement));
const statusOf = async (address: string) => (await get(address)).status;
const health = async () => (await get('/api/sante')).json();

/** Ten seconds are promised; a busy machine may take longer to look. */
const SOON = { timeout: 40_000, interval: 200 };

beforeAll(async () => {
  database = await createTestDatabase();
  relay = await openRelay(database);
  site = launch({ port: await freePort(), settings: { DATABASE_URL: relay.url } });
  await site.ready;
}, 400_000);
afterAll(async () => {
  await site.stop();
  await relay.cut();
});

const ASK_DATABASE = [
  '/',
  '/fabriques',
  '/fabriques?q=condicion+publik',
  '/regions/bretagne',
  '/api/v1/structures?page=7',
  '/api/v1/carte',
  '/api/sante',
];

describe('while the database is away', () => {
  it('what needs it answers a plain French 503, what does not need it answers, and all comes back by itself', async () => {
    // Asked before: what is kept is given only as long as changes are heard of.
    const before = await Promise.all(ASK_DATABASE.map(statusOf));
    expect(before).not.toContain(503);
    expect(await Promise.all(ASK_DATABASE.map(statusOf))).toEqual(before);
    await relay.cut();
    await vi.waitFor(async () => expect((await get('/api/sante')).status).toBe(503), SOON);

    for (const address of ASK_DATABASE) {
      const answer = await get(address);
      expect([address, answer.status]).toEqual([address, 503]);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(await answer.text()).toMatch(/ne répond pas pour le moment/);
    }
    for (const { href } of [...PAGES.filter((page) => page.needsNoDatabase), { href: ENHANCEMENT_PATH }]) {
      expect([href, (await get(href)).status]).toEqual([href, 200]);
    }

    await relay.restore();
    await vi.waitFor(async () => expect((await get('/api/sante')).status).toBe(200), SOON);
    await vi.waitFor(async () => expect((await get('/api/v1/structures')).status).toBe(200), SOON);
    expect(await Promise.all(ASK_DATABASE.map(statusOf))).toEqual(before);
    expect(site.process.exitCode).toBeNull();
  });
});

describe('while the notifications of the database are lost', () => {
  it('an archived record is shown for some seconds only, and the site says that it reads everything anew', async () => {
    const [id, slug] = ['fabt-288', 'providenza-pieve'];
    const shown = async () => [
      (await get(`/fabriques/${slug}`)).status,
      (await get(`/api/v1/structures/${slug}`)).status,
    ];
    await vi.waitFor(async () => expect(await health()).toEqual({ status: 'ok', notifications: 'ok' }), SOON);
    expect(await shown()).toEqual([200, 200]);

    relay.loseNotifications();
    await aside(`UPDATE structure SET archived_at = now() WHERE id = '${id}'`);
    await vi.waitFor(async () => expect(await shown()).toEqual([404, 404]), SOON);
    expect(await health()).toEqual({ status: 'ok', notifications: 'absentes' });
    await aside(`UPDATE structure SET archived_at = NULL WHERE id = '${id}'`);
    expect(await shown()).toEqual([200, 200]);

    relay.passNotifications();
    await vi.waitFor(async () => expect(await health()).toEqual({ status: 'ok', notifications: 'ok' }), SOON);
  });
});

describe('while slow reads hold every connection', () => {
  it('the site is not taken to be without its database', async () => {
    const locker = new Client({ connectionString: database });
    await locker.connect();
    await locker.query('BEGIN; LOCK TABLE structure IN ACCESS EXCLUSIVE MODE');
    const slow = Array.from({ length: 12 }, (_, at) => get(`/api/v1/structures?q=machinerie+${at}`));
    const allWait = async () => {
      const { rows } = await locker.query('SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted');
      expect(rows[0].waiting).toBeGreaterThanOrEqual(10);
    };
    await vi.waitFor(allWait, { timeout: 40_000, interval: 50 });
    // Each question is kept for a second: these two are asked of the database, whose answer a busy machine may bring late.
    for (let asked = 0; asked < 2; asked += 1) {
      await sleep(1_100);
      await vi.waitFor(async () => expect((await get('/api/sante')).status).toBe(200), { timeout: 10_000 });
    }
    await allWait();
    await locker.query('ROLLBACK');
    await locker.end();
    await Promise.all(slow);
  });
});

describe('what a reader does wrong', () => {
  it('is answered, and leaves nothing in the log', async () => {
    const before = site.output();
    const post = (headers: Record<string, string>) => {
      const body = new FormData();
      body.set('_1_name', 'La Halle');
      body.set('0', '["$undefined","$K1"]');
      return fetch(`${site.url}/fabriques`, { method: 'POST', headers, body });
    };
    expect((await post({ 'next-action': 'jean' })).status).toBe(400);
    const gone = await post({ 'next-action': 'a'.repeat(42) });
    expect([gone.status, await gone.text()]).toEqual([409, OUTDATED_FORM]);
    const button = new FormData();
    for (const [name, value] of Object.entries(ACTION_FIELDS)) button.set(name, value);
    const page = await fetch(`${site.url}/fabriques`, { method: 'POST', body: button });
    // Of a form that holds nothing typed, nothing is given back.
    expect([page.status, await page.text()]).toEqual([409, expect.not.stringContaining('<textarea')]);
    expect((await post({ 'next-action': 'a'.repeat(42), origin: 'https://evil.example' })).status).toBeLessThan(500);
    const socket = connect(Number(new URL(site.url).port), 'localhost');
    socket.write('POST /fabriques HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\n');
    socket.write('Content-Length: 500\r\n\r\n--x');
    await sleep(300);
    socket.destroy();
    await sleep(300);
    expect(site.output().slice(before.length)).toBe('');
  });
});

describe('an unexpected error', () => {
  it('leaves one line of JSON with its digest and route, and the answer is a French page that names the digest and nothing else', async () => {
    await aside('ALTER TABLE structure RENAME TO zzmoved');
    const before = site.output();
    const answers = [
      await get('/fabriques/jean-dupont-lille?q=secret'),
      await get('/api/v1/structures/jean-dupont-lille?q=secret'),
    ];
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    await aside('ALTER TABLE zzmoved RENAME TO structure');

    expect(answers.map(({ status }) => status)).toEqual([500, 500]);
    for (const body of bodies) expect(body).not.toMatch(/node_modules|\.next\/|at .*:\d+:\d+|zzmoved/);
    const lines = await vi.waitFor(() => {
      const printed = site.output().slice(before.length).split('\n').filter(Boolean);
      expect(printed.length).toBeGreaterThanOrEqual(2);
      return printed.map((line) => JSON.parse(line));
    });
    // Readable without JavaScript, with the number to quote.
    expect(bodies[0]).toContain('<html lang="fr">');
    expect(bodies[0]).toContain('Cette page n’a pas pu être préparée');
    expect(bodies[0]).toContain(`<code>${lines[0].digest}</code>`);
    expect(bodies[0]).not.toMatch(/jean|secret|<script/);
    expect(lines.map(({ route }) => route)).toEqual(['/fabriques/[slug]', '/api/v1/structures/[slug]']);
    for (const line of lines) {
      expect(line).toMatchObject({ level: 'error', method: 'GET', digest: expect.stringMatching(/^\w{6,}$/) });
      expect(JSON.stringify(line)).not.toMatch(/jean|dupont|secret/);
    }
  });
});
