import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '@/lib/cli/port';
import { launch } from '../support/launcher';
import { ROOT } from '../support/templates';

const DATA = `full-disk-${process.pid}`;
const HOME = path.join(ROOT, '.data', DATA);
/** Only root may have a disk of a few megabytes for the time of a test. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

beforeAll(() => {
  mkdirSync(HOME, { recursive: true });
  if (canMount) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', HOME]);
});
afterAll(() => {
  if (canMount) execFileSync('umount', [HOME]);
  rmSync(HOME, { recursive: true, force: true });
});

it.runIf(canMount)(
  'a start that finds the disk full says so in one sentence, where it was met, and no stack',
  async () => {
    const site = launch({ port: await freePort(), dataFolder: DATA });
    expect(await site.ended).toBe(1);
    const said = site.output().slice(site.output().indexOf('Le disque'));
    expect(said).toMatch(
      /^Le disque est plein : libérez de la place, puis recommencez\. Ce qui était enregistré n’est pas perdu\.\n.*No space left on device\n$/,
    );
  },
);
