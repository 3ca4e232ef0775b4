import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, rmSync } from 'node:fs';
import os from 'node:os';
import { describe, expect, it } from 'vitest';
import { inProject, lock, prepare, put, tryToInstall, useInstallation } from '../support/installation';

useInstallation();

/** Runs it where root has installed, or, for who runs the tests without being root, where folders were closed by hand. */
function prepareAsStranger() {
  const isRoot = process.getuid?.() === 0;
  chmodSync(inProject(), isRoot ? 0o755 : 0o555);
  if (existsSync(inProject('.data'))) chmodSync(inProject('.data'), isRoot ? 0o755 : 0o555);
  try {
    return spawnSync(process.execPath, [inProject('lib', 'cli', 'install.mjs')], {
      cwd: inProject(),
      encoding: 'utf8',
      ...(isRoot && { uid: 65_534, gid: 65_534 }),
    });
  } finally {
    chmodSync(inProject(), 0o755);
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
    chmodSync(inProject(), 0o755);
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
      { cwd: inProject(), encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Ce compte ne peut ouvrir que 256 fichiers à la fois [^\n]*ulimit -n 4096[^\n]*\.\n$/);
    expect(existsSync(inProject('.data'))).toBe(false);
  });
});
