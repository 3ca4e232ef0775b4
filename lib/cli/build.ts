import { spawn } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildFolder, isWhole, markWhole, removeBuild, removeUnusedBuilds } from './build-folders';
import { StartError } from './start-error';
import { step } from './step.mjs';

const SOURCES = ['app', 'components', 'lib', 'prisma', 'public'];
const SOURCE_FILES = [
  'package.json',
  'package-lock.json',
  'next.config.ts',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
];
// The launcher is not built, and the client is made from the schema.
const NOT_SOURCES = [path.join('lib', 'cli'), path.join('prisma', 'generated')];
const KEPT_OUTPUT = 6_000;
/** How next.config.ts learns which folder to build into. */
const BUILD_FOLDER_VARIABLE = 'NEXT_BUILD_FOLDER';

async function filesUnder(root: string, folder: string): Promise<string[]> {
  if (NOT_SOURCES.includes(folder) || !existsSync(path.join(root, folder))) return [];
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  const nested = await Promise.all(
    entries.map((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(root, file) : [file];
    }),
  );
  return nested.flat();
}

/** A hash of all that the build reads. */
export async function hashSources(root: string): Promise<string> {
  const nested = await Promise.all(SOURCES.map((folder) => filesUnder(root, folder)));
  const files = [...nested.flat(), ...SOURCE_FILES.filter((file) => existsSync(path.join(root, file)))].toSorted();
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  const contents = await Promise.all(files.map((file) => readFile(path.join(root, file))));
  for (const [index, content] of contents.entries())
    hash.update(`\0${files[index]}\0${content.length}\0`).update(content);
  return hash.digest('hex');
}

/**
 * Next names each server action after a key, which it makes anew for each build: from the secret of the site, a page that
 * is open while the site is upgraded, or that another instance wrote, still sends its form to the same action.
 */
const actionsKey = (secret: string) => createHmac('sha256', secret).update('server actions').digest('base64');

function runBuild(root: string, folder: string, signal: AbortSignal): Promise<{ code: number | null; output: string }> {
  const { AUTH_SECRET: secret } = process.env;
  return new Promise((resolve, reject) => {
    const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
    const child = spawn(process.execPath, [next, 'build'], {
      cwd: root,
      env: {
        ...(secret && { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(secret) }),
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        NO_COLOR: '1',
        [BUILD_FOLDER_VARIABLE]: folder,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
      killSignal: 'SIGTERM',
    });
    let printed = '';
    const keepEnd = (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-KEPT_OUTPUT);
    };
    child.stdout.on('data', keepEnd);
    child.stderr.on('data', keepEnd);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: printed }));
  });
}

/**
 * Builds the site for production when no build of these very sources is there, and removes those that nobody serves.
 * Returns the folder of the build. Throws StartError, with what the build printed, when it fails. Call under the lock
 * of the preparation.
 */
export async function buildWhenChanged(root: string, signal: AbortSignal): Promise<string> {
  const folder = buildFolder(await hashSources(root));
  if (!isWhole(root, folder)) {
    await step('Construction du site', async () => {
      await removeBuild(root, folder);
      const result = await runBuild(root, folder, signal);
      if (result.code !== 0) {
        await removeBuild(root, folder);
        throw new StartError(`La construction du site a échoué :\n${result.output.trim()}`);
      }
      markWhole(root, folder);
    });
  }
  await removeUnusedBuilds(root, folder);
  return folder;
}
