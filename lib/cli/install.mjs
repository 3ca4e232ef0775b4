// Runs before anything is installed: built-ins only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lockFile } from '../database/file-lock.mjs';
import { fullDiskSentence } from '../database/full-disk.mjs';
import { buildFolder, isWhole } from './build-sources.mjs';
import { foreignFolderSentence, tryFolder } from './foreign-folder.mjs';
import { openFilesSentence } from './open-files.mjs';
import { runningSite } from './running-site.mjs';
import { say, step } from './step.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
const inRoot = (...parts) => path.join(root, ...parts);
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const SCHEMA = inRoot('prisma', 'schema.prisma');
const CLIENT = inRoot('prisma', 'generated', 'client.ts');
const CLIENT_STAMP = inRoot('prisma', 'generated', '.made-from');

const IS_TO_SERVE = process.argv.includes('--to-serve');

class InstallError extends Error {}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return;
  throw new InstallError(
    `Node ${process.versions.node} ne convient pas : il faut Node 20 (20.19 ou plus), 22 (22.12 ou plus), ou 24 et plus.`,
  );
}

function refuseFewFiles() {
  const sentence = openFilesSentence();
  if (sentence !== null) throw new InstallError(sentence);
}

/** npm writes what it installed at the end of its work: no stamp of ours is needed. */
function isInstalled(mayLackTools = false) {
  const record = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  try {
    const installed = readJson(record).packages;
    return Object.entries(readJson(inRoot('package-lock.json')).packages).every(
      ([name, { version, optional, devOptional, dev }]) =>
        name === '' ||
        installed[name]?.version === version ||
        (!installed[name] && (optional || devOptional || (dev && mayLackTools))),
    );
  } catch {
    return false;
  }
}

/** Once the site is built, a host may take the development tools away: what only serves does without. */
const hasWhatItNeeds = async () =>
  isInstalled() || (IS_TO_SERVE && isInstalled(true) && isWhole(root, await buildFolder(root)));

function run(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keepEnd = (chunk) => {
      output = (output + chunk).slice(-4000);
    };
    child.stdout.on('data', keepEnd);
    child.stderr.on('data', keepEnd);
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new InstallError(output.trim()))));
  });
}

/** A site loads its dependencies as it goes: replaced under it, some of its pages would fail. */
function refuseUnderRunningSite() {
  const pid = runningSite(root);
  if (pid === undefined) return;
  throw new InstallError(
    `Les dépendances ont changé et le site tourne encore dans ce dossier (processus ${pid}) : arrêtez-le, puis recommencez.`,
  );
}

async function install() {
  // The build needs development dependencies, whatever npm was told; no package's install script is needed.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|npm_config_(omit|production|only))$/i.test(name)),
  );
  tryFolder(inRoot('node_modules'));
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  try {
    await (npm?.endsWith('js') ? run(process.execPath, [npm, ...args], env) : run('npm', args, env));
  } catch (error) {
    throw new InstallError(
      `L’installation des dépendances a échoué : vérifiez l’accès à un registre npm.\n${error.message}`,
    );
  }
}

async function generateClient(madeFrom) {
  // The command asks for a native engine that this step never uses, and would fetch it: any existing file will do.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
  };
  tryFolder(path.dirname(CLIENT));
  const prisma = inRoot('node_modules', 'prisma', 'build', 'index.js');
  try {
    await run(process.execPath, [prisma, 'generate', '--config', inRoot('prisma', 'prisma.config.ts')], env);
  } catch (error) {
    throw new InstallError(`Le client de la base n’a pas pu être produit.\n${error.message}`);
  }
  writeFileSync(CLIENT_STAMP, madeFrom);
}

function clientSources() {
  const prismaVersion = readJson(inRoot('node_modules', 'prisma', 'package.json')).version;
  return createHash('sha256').update(readFileSync(SCHEMA)).update(prismaVersion).digest('hex');
}

const isClientOf = (sources) =>
  existsSync(CLIENT) && existsSync(CLIENT_STAMP) && readFileSync(CLIENT_STAMP, 'utf8') === sources;

async function main() {
  refuseOldNode();
  refuseFewFiles();
  // Where nothing is missing nothing is written, not even a lock: the folder may be an image that nobody can write to.
  if ((await hasWhatItNeeds()) && isClientOf(clientSources())) return;
  const release = await lockFile(inRoot('.data', 'install.lock'), () =>
    say('Un autre démarrage installe les dépendances : attente…'),
  );
  try {
    if (!(await hasWhatItNeeds())) {
      refuseUnderRunningSite();
      await step('Installation des dépendances', install);
    }
    const sources = clientSources();
    if (!isClientOf(sources)) await step('Préparation de l’accès à la base', () => generateClient(sources));
  } finally {
    release();
  }
}

try {
  await main();
} catch (error) {
  const expected = error instanceof InstallError ? error.message : foreignFolderSentence(error, root);
  const sentence = fullDiskSentence(error) ?? expected;
  process.stderr.write(`${sentence ?? error.stack}\n`);
  process.exitCode = 1;
}
