// Built-ins only: the installer reads this before anything is installed.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

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

/** Each version of the sources has a folder of its own: a site that serves one is not touched while another is built. */
export const BUILDS = path.join('.next', 'builds');
const NAME_LENGTH = 16;

async function filesUnder(root, folder) {
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

export async function hashSources(root) {
  const nested = await Promise.all(SOURCES.map((folder) => filesUnder(root, folder)));
  const files = [...nested.flat(), ...SOURCE_FILES.filter((file) => existsSync(path.join(root, file)))].toSorted();
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  const contents = await Promise.all(files.map((file) => readFile(path.join(root, file))));
  for (const [index, content] of contents.entries())
    hash.update(`\0${files[index]}\0${content.length}\0`).update(content);
  return hash.digest('hex');
}

export const buildFolder = async (root) => path.join(BUILDS, (await hashSources(root)).slice(0, NAME_LENGTH));

/** Written last: a build that failed or was interrupted lacks it. */
export const wholeMark = (root, folder) => path.join(root, folder, 'whole');

export const isWhole = (root, folder) => existsSync(wholeMark(root, folder));
