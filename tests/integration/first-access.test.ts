import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { freePort } from '@/lib/cli/port';
import { removeDataFolder } from '../support/data-folder';
import { launch } from '../support/launcher';
import { ROOT } from '../support/templates';

const DATA = `first-access-${process.pid}`;
const HOME = path.join(ROOT, '.data', DATA);
const LINK = /http:\/\/localhost:\d+\/acces\/[\w-]{43}/;

async function invite(port: number | '', ...words: string[]) {
  const { DATABASE_URL: _, AUTH_SECRET: __, ...env } = process.env;
  const args = [path.join(ROOT, 'lib', 'cli', 'main.mjs'), 'admin:invite', ...words, `--data=${DATA}`];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      cwd: ROOT,
      env: { ...env, PORT: String(port) },
    });
    return stdout;
  } catch (error) {
    return String(error instanceof Error && 'stderr' in error ? error.stderr : error);
  }
}

const statusOf = async (link: string | undefined) => (await fetch(link ?? '')).status;

afterAll(() => removeDataFolder(DATA));

describe('the first access', () => {
  it('is a link that the start prints and a command can print, with the site running or not', async () => {
    const port = await freePort();
    const first = launch({ port, dataFolder: DATA });
    await first.ready;
    const printed = LINK.exec(first.output())?.[0];
    expect(await statusOf(printed)).toBe(200);
    expect(statSync(path.join(HOME, 'auth-secret')).mode & 0o777).toBe(0o600);
    const secret = readFileSync(path.join(HOME, 'auth-secret'), 'utf8');
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(first.output()).not.toContain(secret);

    // From a terminal that knows nothing of the port of the site.
    const whileRunning = await invite('', 'Prenom.Nom@Exemple.fr');
    expect(whileRunning).toContain('invite prenom.nom@exemple.fr comme administrateur');
    expect(await statusOf(LINK.exec(whileRunning)?.[0])).toBe(200);
    await first.stop();

    const whileStopped = await invite(port, 'prenom.nom@exemple.fr');
    const second = launch({ port, dataFolder: DATA });
    await second.ready;
    expect(await statusOf(LINK.exec(whileStopped)?.[0])).toBe(200);
    // The former invitation is replaced; what each start printed leads in until someone has an account.
    expect(await statusOf(LINK.exec(whileRunning)?.[0])).toBe(404);
    expect(await statusOf(printed)).toBe(200);
    expect(await statusOf(LINK.exec(second.output())?.[0])).toBe(200);
    expect(readFileSync(path.join(HOME, 'auth-secret'), 'utf8')).toBe(secret);
    await second.stop();
  }, 300_000);

  it('asks for one address in one sentence', async () => {
    for (const words of [[], ['personne'], ['a@exemple.fr', 'b@exemple.fr']]) {
      expect(await invite(3000, ...words)).toMatch(/^Indiquez une adresse de courriel, par exemple : .*\n$/);
    }
  });
});

describe('a database of the operator', () => {
  it('does not start without a secret of the operator', async () => {
    const settings = { DATABASE_URL: 'postgresql://localhost/fabriques', AUTH_SECRET: '' };
    const site = launch({ port: await freePort(), settings });
    expect(await site.ended).toBe(1);
    expect(site.output()).toMatch(/^AUTH_SECRET est nécessaire avec DATABASE_URL[^\n]*\.\n$/);
  });
});
