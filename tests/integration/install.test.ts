import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildFolder } from '@/lib/cli/build-sources.mjs';
import { ownIdentity } from '@/lib/database/processes.mjs';
import { ROOT } from '../support/templates';

let project: string;
const inProject = (...parts: string[]) => path.join(project, ...parts);
const put = (file: string, content: string) => {
  mkdirSync(path.dirname(inProject(file)), { recursive: true });
  writeFileSync(inProject(file), content);
};
const NEEDED = { '': {}, 'node_modules/pg': { version: '8.23.1' } };
const TOOL = { 'node_modules/vitest': { version: '4.1.12', dev: true } };
const lock = (version: string) =>
  put('package-lock.json', JSON.stringify({ packages: { ...NEEDED, ...TOOL, 'node_modules/pg': { version } } }));

const NPM = `const fs = require('node:fs');
fs.appendFileSync('calls.txt', process.argv.slice(2).join(' ') + ' NODE_ENV=' + (process.env.NODE_ENV ?? '') + '\\n');
fs.mkdirSync('node_modules/prisma/build', { recursive: true });
fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
fs.writeFileSync('node_modules/prisma/package.json', '{"version":"7.10.0"}');
fs.writeFileSync('node_modules/prisma/build/index.js', \`const fs = require('node:fs');
fs.appendFileSync('calls.txt', 'generate ' + fs.existsSync(process.env.PRISMA_SCHEMA_ENGINE_BINARY) + '\\\\n');
fs.mkdirSync('prisma/generated', { recursive: true });
fs.writeFileSync('prisma/generated/client.ts', '');\`);`;

function prepare(...words: string[]): string[] {
  rmSync(inProject('calls.txt'), { force: true });
  execFileSync(process.execPath, [inProject('lib', 'cli', 'install.mjs'), ...words], {
    cwd: project,
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      npm_config_omit: 'dev',
      npm_execpath: inProject('npm.cjs'),
    },
  });
  return existsSync(inProject('calls.txt')) ? readFileSync(inProject('calls.txt'), 'utf8').trim().split('\n') : [];
}

beforeEach(() => {
  project = mkdtempSync(path.join(os.tmpdir(), 'install-'));
  for (const folder of ['lib', 'lib/cli', 'lib/database', 'lib/undocumented'])
    for (const name of readdirSync(path.join(ROOT, folder)).filter((one) => one.endsWith('.mjs')))
      cpSync(path.join(ROOT, folder, name), inProject(folder, name));
  put('npm.cjs', NPM);
  put('prisma/schema.prisma', 'model A {}');
  lock('8.23.1');
});
afterEach(() => rmSync(project, { recursive: true }));

const INSTALL = 'ci --include=dev --ignore-scripts --no-audit --no-fund NODE_ENV=';

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
  const folder = await buildFolder(project);
  for (const file of ['BUILD_ID', 'whole']) put(path.join(folder, file), '');
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
const tryToInstall = (account: { uid?: number; gid?: number } = {}) =>
  spawnSync(process.execPath, [inProject('lib', 'cli', 'install.mjs')], {
    ...account,
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', npm_execpath: inProject('npm.cjs') },
  });

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

/** Runs it where root has installed, or, for who runs the tests without being root, where folders were closed by hand. */
function prepareAsStranger() {
  const isRoot = process.getuid?.() === 0;
  chmodSync(project, isRoot ? 0o755 : 0o555);
  if (existsSync(inProject('.data'))) chmodSync(inProject('.data'), isRoot ? 0o755 : 0o555);
  try {
    return spawnSync(process.execPath, [inProject('lib', 'cli', 'install.mjs')], {
      cwd: project,
      encoding: 'utf8',
      ...(isRoot && { uid: 65_534, gid: 65_534 }),
    });
  } finally {
    chmodSync(project, 0o755);
  }
}

it('writes nothing where nothing is missing, so that nobody needs to be able to', () => {
  prepare();
  rmSync(inProject('.data'), { recursive: true });
  expect(prepareAsStranger()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(existsSync(inProject('.data'))).toBe(false);
});

it('says that the disk is full when npm finds no room', () => {
  put('npm.cjs', `console.error('npm error nospc ENOSPC: no space left on device, write'); process.exit(1);`);
  const { status, stderr } = tryToInstall();
  expect([status, stderr]).toEqual([
    1,
    'Le disque est plein : libérez de la place, puis recommencez. Ce qui était enregistré n’est pas perdu.\nnpm error nospc ENOSPC: no space left on device, write\n',
  ]);
});

it('says in one sentence whose folder it cannot write to, and what to do', () => {
  prepare();
  lock('8.24.0');
  const { stderr, status } = prepareAsStranger();
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  const owner = os.userInfo().username;
  expect(stderr).toContain(`Le dossier ${inProject('.data')} appartient au compte « ${owner} »`);
  expect(stderr).toMatch(/chown -R \S+ \/\S+install-\w+\)\.$/m);
});

describe('a start that cannot write', () => {
  it('says in one sentence that a file stands where its folder should be', () => {
    put('.data', '');
    const { status, stderr } = tryToInstall();
    expect([status, stderr]).toEqual([
      1,
      `Un fichier porte le nom d’un dossier du programme, ${inProject('.data')} : retirez-le, puis recommencez.\n`,
    ]);
  });

  it.skipIf(process.getuid?.() !== 0).each([
    ['node_modules', () => lock('8.24.0')],
    ['prisma/generated', () => put('prisma/schema.prisma', 'model B {}')],
  ])('says so before another program does with a stack: %s', (folder, change) => {
    prepare();
    change();
    chmodSync(project, 0o755);
    chownSync(inProject('.data'), 65_534, 65_534);
    const { status, stderr } = tryToInstall({ uid: 65_534, gid: 65_534 });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Le dossier [^\n]*\.\n$/);
    expect(stderr).toContain(`Le dossier ${inProject(...folder.split('/'))} appartient au compte « root »`);
  });

  it('says in one sentence that too few files may be open, before it has written anything', () => {
    const { status, stderr } = spawnSync(
      '/bin/sh',
      ['-c', `ulimit -n 256; exec "$0" "$1"`, process.execPath, inProject('lib', 'cli', 'install.mjs')],
      { cwd: project, encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Ce compte ne peut ouvrir que 256 fichiers à la fois [^\n]*ulimit -n 4096[^\n]*\.\n$/);
    expect(existsSync(inProject('.data'))).toBe(false);
  });
});
