import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

type Installed = { license?: string; dev?: boolean };
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Installed> };

/** They ask for their notice to be kept, which the package itself does. */
const PERMISSIVE = new Set(
  '0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause BlueOak-1.0.0 ISC MIT MIT-0 OFL-1.1 Unlicense'.split(' '),
);
const NO_LICENCE = 'none';

/** One package for all machines stands for those that are built for each. */
const familyOf = (name: string) =>
  name.replace(/^@img\/sharp-.*/, '@img/sharp-libvips-*').replace(/^(lightningcss)-.*/, '$1');

const others = Object.entries(packages).flatMap(([folder, { license = NO_LICENCE, dev = false }]) => {
  if (folder === '' || dev) return [];
  const name = familyOf(folder.replace(/^.*node_modules\//, ''));
  return license
    .split(/ (?:AND|OR|and) |[()]/)
    .flatMap((one) => (one === '' || PERMISSIVE.has(one) ? [] : [`${name} ${one}`]));
});

describe('the README', () => {
  it('names every package that runs the site and is not under a permissive licence', () => {
    expect([...new Set(others)].toSorted()).toEqual([
      '@img/sharp-libvips-* LGPL-3.0-or-later',
      '@react-leaflet/core Hippocratic-2.1',
      'caniuse-lite CC-BY-4.0',
      'elkjs EPL-2.0',
      'lightningcss MPL-2.0',
      'react-leaflet Hippocratic-2.1',
      'seq-queue none',
    ]);
    const readme = read('README.md').replaceAll(/\s+/g, ' ');
    for (const said of [
      '`@img/sharp-libvips-*`, LGPL-3.0-or-later',
      'react-leaflet and @react-leaflet/core are under the Hippocratic License 2.1',
      'caniuse-lite (CC-BY-4.0)',
      'elkjs (EPL-2.0)',
      'lightningcss (MPL-2.0)',
      'seq-queue names none',
    ]) {
      expect(readme).toContain(said);
    }
  });
});
