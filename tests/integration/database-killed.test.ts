import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { freePort } from '@/lib/cli/port';
import { type Launched, launch } from '../support/launcher';
import { postmasterOf } from '../support/postmaster';
import { ROOT } from '../support/templates';

const DATA = `killed-${process.pid}`;
const HOME = path.join(ROOT, '.data', DATA);
const VISITORS = 32;
const KILLS = 3;
/** Enough answers between two kills for each kind of address to be on its way. */
const ANSWERS_BEFORE_A_KILL = 3 * VISITORS;

let site: Launched;
beforeAll(async () => {
  site = launch({ port: await freePort(), dataFolder: DATA });
  await site.ready;
}, 400_000);
afterAll(async () => {
  await site.stop();
  rmSync(HOME, { recursive: true, force: true });
});

/** PostgreSQL's immediate shutdown: every connection ends at once. Waits until the site started it again. */
async function killServer() {
  const killed = postmasterOf(HOME);
  process.kill(killed, 'SIGQUIT');
  await vi.waitFor(() => expect(postmasterOf(HOME)).not.toBe(killed), { timeout: 60_000, interval: 100 });
}

/** Pages, files and data that ask the database: no two are the same, so that none is kept, but for the last ones. */
const ADDRESSES: ((at: number) => string)[] = [
  (at) => `/fabriques?q=atelier+${at}`,
  (at) => `/fabriques/nulle-part-${at}`,
  (at) => `/acces/${String(at).padStart(43, '0')}`,
  (at) => `/sitemap/fabriques-${at + 2}.xml`,
  (at) => `/fabriques/nulle-part-${at}/opengraph-image`,
  (at) => `/api/v1/structures?q=lieu+${at}`,
  (at) => `/api/v1/communes?q=lille+${at}`,
  () => '/',
  () => '/fabriques/la-machinerie-amiens',
];

type Told = { address: string; status: number; retryAfter: string | null; body: string };

async function ask(address: string): Promise<Told> {
  const answer = await fetch(`${site.url}${address}`, { redirect: 'manual' });
  const { status } = answer;
  return { address, status, retryAfter: answer.headers.get('retry-after'), body: await answer.text() };
}

it('a database that is killed under many visitors makes of none of their questions an error of the site', async () => {
  const told: Told[] = [];
  const over = new AbortController();
  const visit = async (first: number) => {
    for (let at = first; !over.signal.aborted; at += VISITORS) {
      told.push(await ask(ADDRESSES[at % ADDRESSES.length]?.(at) ?? '/'));
    }
  };
  const visitors = Array.from({ length: VISITORS }, (_, first) => visit(first));
  const answered = () => told.filter(({ status }) => status !== 503).length;
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = answered();
      const isBusy = () => expect(answered()).toBeGreaterThan(before + ANSWERS_BEFORE_A_KILL);
      await vi.waitFor(isBusy, { timeout: 60_000, interval: 50 });
      await killServer();
    }
  } finally {
    over.abort();
    await Promise.all(visitors);
  }
  expect(told.filter(({ status }) => ![200, 404, 503].includes(status))).toEqual([]);
  const refused = told.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(0);
  for (const { address, body, retryAfter } of refused) {
    expect([address, Number(retryAfter) > 0]).toEqual([address, true]);
    expect(body).toMatch(/ne répond pas pour le moment/);
  }
}, 300_000);
