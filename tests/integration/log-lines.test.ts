import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '@/lib/cli/port';
import { withClient } from '@/lib/cli/scratch';
import { type Launched, launch } from '../support/launcher';
import { createTestDatabase } from '../support/test-database';

const TOKEN = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF';

let database: string;
let site: Launched;
let complained = '';

const open = async (settings: Record<string, string> = {}) => {
  const opened = launch({ port: await freePort(), settings: { DATABASE_URL: database, ...settings } });
  opened.process.stderr?.on('data', (chunk: Buffer) => {
    complained += chunk.toString();
  });
  await opened.ready;
  return opened;
};

const linesOf = ({ output }: Launched) => (output().split('est en ligne')[1] ?? '').trim().split('\n').slice(1);
const requestsOf = (launched: Launched) =>
  linesOf(launched)
    .map((line) => JSON.parse(line))
    .filter(({ level }) => level === 'info')
    .map(({ method, path, status }) => [method, path, status]);
const wordsOf = async ({ url }: Launched) => (await fetch(`${url}/donnees-personnelles`)).text();
const NONE_KEPT = 'n’écrit pas de journal des visites';

beforeAll(async () => {
  database = await createTestDatabase();
  site = await open({ ACCESS_LOG: '1' });
}, 400_000);
afterAll(() => site.stop());

describe('what the site writes while it serves', () => {
  it('is a line of JSON on stdout for each request, when asked, and its page on personal data says so', async () => {
    for (const path of ['/fabriques?q=jean+dupont', `/acces/${TOKEN}`]) await (await fetch(site.url + path)).text();
    const words = await wordsOf(site);
    expect(words).toContain('note chaque demande en une ligne');
    expect(words).not.toContain(NONE_KEPT);
    await vi.waitFor(() => expect(requestsOf(site).map(([, path]) => path)).toContain('/donnees-personnelles'), {
      timeout: 30_000,
    });
    expect(requestsOf(site)).toEqual([
      ['GET', '/fabriques', 200],
      ['GET', '/acces/…', 404],
      ['GET', '/donnees-personnelles', 200],
    ]);
    expect(site.output()).not.toMatch(/jean|dupont|127\.0\.0\.1/);
    expect(site.output()).not.toContain(TOKEN);
  });

  it('is nothing for requests that nobody asked it to note, and its page says so', async () => {
    const silent = await open();
    expect(await wordsOf(silent)).toContain(NONE_KEPT);
    await silent.stop();
    expect(linesOf(silent)).toEqual([]);
  });

  it('is a line of JSON on stdout for an error, and nothing on stderr', async () => {
    await withClient(database, (client) => client.query('ALTER TABLE structure RENAME COLUMN name TO gone'));
    try {
      expect((await fetch(`${site.url}/api/v1/structures?q=machinerie`)).status).toBe(500);
    } finally {
      await withClient(database, (client) => client.query('ALTER TABLE structure RENAME COLUMN gone TO name'));
    }
    await vi.waitFor(() => expect(linesOf(site).join('\n')).toContain('"level":"error"'), { timeout: 30_000 });
    for (const line of linesOf(site)) expect(JSON.parse(line)).toHaveProperty('time');
    expect(complained).toBe('');
  });
});
