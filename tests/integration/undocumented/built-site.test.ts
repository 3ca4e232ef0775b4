import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';
import loadConfig from 'next/dist/server/config.js';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { freePort } from '@/lib/cli/port';
import { namesOfActions } from '@/lib/undocumented/actions-key';
import { builtActions } from '@/lib/undocumented/built-actions';
import { builtConfig } from '@/lib/undocumented/built-config';
import { ACTION_HEADER } from '@/lib/undocumented/live-actions';
import { type Launched, launch } from '../../support/launcher';
import { copySite } from '../../support/site-copy';
import { createTestDatabase } from '../../support/test-database';

const copy = copySite(`built-${process.pid}`);
let folder = '';
let database: string;
let site: Launched | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  copy.writePage('La page suivante');
  await copy.build();
  const builds = path.join('.next', 'builds');
  folder = path.join(builds, readdirSync(path.join(copy.root, builds))[0] ?? '');
}, 400_000);
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await site?.stop();
  copy.remove();
});

it('a build writes down its actions, and names each after our key, its file and its own name', () => {
  const actions = [...builtActions(copy.root, folder)];
  expect(actions.map(([, { filename, exportedName }]) => [filename, exportedName])).toEqual([
    ['app/actions.ts', 'send'],
  ]);
  const [key] = Object.values(namesOfActions);
  const hash = createHash('sha1').update(`${key}app/actions.ts:send`).digest('hex');
  expect(actions[0]?.[0]).toMatch(new RegExp(`^[0-9a-f]{2}${hash}$`));
});

it('a build writes down its settings, and Next takes them from there', async () => {
  for (const [name, value] of Object.entries(builtConfig(copy.root, folder))) vi.stubEnv(name, value);
  const config = await loadConfig(PHASE_PRODUCTION_SERVER, os.tmpdir(), { silent: true });
  expect(config).toMatchObject({ distDir: folder, poweredByHeader: false, images: { unoptimized: true } });
});

it('an action that leads to a page brings it along, though no machine has the public address of the site', async () => {
  const [[action = ''] = []] = builtActions(copy.root, folder);
  const origin = 'https://fabriques.invalid';
  const settings = { DATABASE_URL: database, SITE_URL: origin };
  site = launch({ root: copy.root, port: await freePort(), settings });
  await site.ready;
  const body = new FormData();
  body.append('_1_name', 'La Halle');
  body.append('0', '["$undefined","$K1"]');
  const answer = await fetch(site.url, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, [ACTION_HEADER]: action },
    body,
  });
  expect(await answer.text()).toContain('La page suivante');
}, 400_000);
