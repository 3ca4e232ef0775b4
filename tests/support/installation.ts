import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { ROOT } from './templates';

let project: string;
/** Below a folder that is made anew for each test; the folder itself without parts. */
export const inProject = (...parts: string[]) => path.join(project, ...parts);
export const put = (file: string, content: string) => {
  mkdirSync(path.dirname(inProject(file)), { recursive: true });
  writeFileSync(inProject(file), content);
};
export const NEEDED = { '': {}, 'node_modules/pg': { version: '8.23.1' } };
const TOOL = { 'node_modules/vitest': { version: '4.1.12', dev: true } };
export const lock = (version: string) =>
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

export function prepare(...words: string[]): string[] {
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

export function useInstallation(): void {
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
}

export const INSTALL = 'ci --include=dev --ignore-scripts --no-audit --no-fund NODE_ENV=';

export const tryToInstall = (account: { uid?: number; gid?: number } = {}) =>
  spawnSync(process.execPath, [inProject('lib', 'cli', 'install.mjs')], {
    ...account,
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', npm_execpath: inProject('npm.cjs') },
  });
