import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { freePort } from '@/lib/cli/port';
import { withClient } from '@/lib/cli/scratch';
import { type Launched, launch } from '../../support/launcher';
import { ROOT } from '../../support/templates';
import { createTestDatabase } from '../../support/test-database';

const HOUR_MS = 3_600_000;

let site: Launched;
beforeAll(async () => {
  const database = await createTestDatabase();
  await withClient(database, (client) =>
    client.query(`UPDATE wave SET opens_on = '2026-10-01', closes_on = '2026-11-30' WHERE id = 'vague-8'`),
  );
  const settings = {
    DATABASE_URL: database,
    NODE_OPTIONS: `--import=${path.join(ROOT, 'tests', 'support', 'moved-clock.mjs')}`,
    // Eleven o’clock in the evening, in Paris.
    CLOCK_FROM: '2026-11-30T22:00:00Z',
    CLOCK_STEP_MS: String(2 * HOUR_MS),
  };
  site = launch({ port: await freePort(), settings });
  await site.ready;
}, 400_000);
afterAll(() => site.stop());

async function load(page: string) {
  const answer = await fetch(site.url + page);
  return { tag: answer.headers.get('etag'), text: (await answer.text()).replaceAll(/<[^>]*>/g, '') };
}

it('at midnight in Paris the calls of the day are closed on the next load, and pages are printed with the new day', async () => {
  const [call, record] = ['/vagues/vague-8', '/fabriques/la-machinerie-amiens'];
  for (let loads = 0; loads < 2; loads += 1) {
    expect((await load(call)).text).toContain('Candidatures ouvertes');
    expect((await load(record)).text).toContain('imprimé le 30 novembre 2026');
  }
  const before = await load(record);

  process.kill(site.pid, 'SIGUSR2');
  await vi.waitFor(async () => expect((await load('/a-propos')).text).toContain('imprimé le 1er décembre 2026'));
  expect((await load(call)).text).toContain('Candidatures closes');
  const after = await load(record);
  expect(after.text).toContain('imprimé le 1er décembre 2026');
  expect(after.tag).not.toBe(before.tag);
});
