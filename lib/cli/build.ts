import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
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

const output = (root: string) => path.join(root, '.next');
const stampFile = (root: string) => path.join(output(root), 'built-from');

/** Whether the build that is there was made from these very sources. */
function isBuiltFrom(root: string, sources: string): boolean {
  const isWhole = existsSync(path.join(output(root), 'BUILD_ID')) && existsSync(stampFile(root));
  return isWhole && readFileSync(stampFile(root), 'utf8') === sources;
}

/** A failed or interrupted build can stay in the cache of the next one. What `npm run dev` keeps there is not touched. */
async function removeBuild(root: string) {
  const entries = await readdir(output(root)).catch(() => []);
  await Promise.all(
    entries
      .filter((name) => name !== 'dev')
      .map((name) => rm(path.join(output(root), name), { recursive: true, force: true })),
  );
}

function runBuild(root: string, signal: AbortSignal): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
    const child = spawn(process.execPath, [next, 'build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
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

/** Builds the site for production when its sources changed. Throws StartError, with what the build printed, when it fails. */
export async function buildWhenChanged(root: string, signal: AbortSignal): Promise<void> {
  const sources = await hashSources(root);
  if (isBuiltFrom(root, sources)) return;
  await step('Construction du site', async () => {
    if (!existsSync(stampFile(root))) await removeBuild(root);
    await rm(stampFile(root), { force: true });
    const result = await runBuild(root, signal);
    if (result.code !== 0) {
      await removeBuild(root);
      throw new StartError(`La construction du site a échoué :\n${result.output.trim()}`);
    }
    await writeFile(stampFile(root), sources);
  });
}
