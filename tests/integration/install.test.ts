import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildFolder } from '@/lib/cli/build-sources.mjs';
import { ownIdentity } from '@/lib/database/processes.mjs';
import { INSTALL, inProject, lock, NEEDED, prepare, put, tryToInstall, useInstallation } from '../support/installation';

useInstallation();

describe('before a start', () => {
  it('what is missing is installed, development tools included, without needing the engine of Prisma', () => {
    expect(prepare()).toEqual([INSTALL, 'generate true']);
  });

  it('nothing is done twice', () => {
    prepare();
    expect(prepare()).toEqual([]);
  });

  it('a changed lock file is installed again', () => {
    prepare();
    lock('8.24.0');
    expect(prepare()).toEqual([INSTALL]);
  });

  it('a changed schema makes a new client', () => {
    prepare();
    put('prisma/schema.prisma', 'model B {}');
    expect(prepare()).toEqual(['generate true']);
  });

  it('an installation that was interrupted is done again', () => {
    prepare();
    rmSync(inProject('node_modules', '.package-lock.json'));
    expect(prepare()).toEqual([INSTALL]);
  });
});

const takeToolsAway = () => put('node_modules/.package-lock.json', JSON.stringify({ packages: NEEDED }));

async function pretendToBuild() {
  const folder = await buildFolder(inProject());
  put(path.join(folder, 'whole'), '');
}

describe('once a host took the development tools away', () => {
  it('what serves a build installs nothing, and what builds or tests installs them again', async () => {
    prepare();
    await pretendToBuild();
    takeToolsAway();
    expect(prepare('--to-serve')).toEqual([]);
    expect(prepare()).toEqual([INSTALL]);
  });

  it('a start that must build installs them again', async () => {
    prepare();
    takeToolsAway();
    expect(prepare('--to-serve')).toEqual([INSTALL]);
    await pretendToBuild();
    put('app/page.tsx', 'changed since');
    takeToolsAway();
    expect(prepare('--to-serve')).toEqual([INSTALL]);
  });

  it('a package that serves is not missed for it', async () => {
    prepare();
    await pretendToBuild();
    put('node_modules/.package-lock.json', JSON.stringify({ packages: { '': {} } }));
    expect(prepare('--to-serve')).toEqual([INSTALL]);
  });
});

const lease = (identity: object) => put('.next/builds/0123456789abcdef/leases/one.json', JSON.stringify(identity));
describe('while a site runs from the folder', () => {
  it('its dependencies are not replaced, and a sentence says what to do; with the same ones all is well', () => {
    prepare();
    lease(ownIdentity());
    expect(tryToInstall()).toMatchObject({ status: 0, stderr: '' });
    lock('8.24.0');
    expect(tryToInstall()).toMatchObject({
      status: 1,
      stderr: `Les dépendances ont changé et le site tourne encore dans ce dossier (processus ${process.pid}) : arrêtez-le, puis recommencez.\n`,
    });
    expect(readFileSync(inProject('node_modules', '.package-lock.json'), 'utf8')).toContain('8.23.1');
  });

  it('one that was killed stands in nobody’s way', () => {
    prepare();
    lease({ ...ownIdentity(), began: 'another time' });
    lock('8.24.0');
    expect(prepare()).toEqual([INSTALL]);
  });
});
