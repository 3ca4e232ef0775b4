import { execFile } from 'node:child_process';
import { copyFile, link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What exists for the measure alone, in a copy of the sources: an answer and a page that do nothing. */
const EMPTY = {
  route: {
    address: '/api/vide',
    file: 'app/api/vide/route.ts',
    text: `export const dynamic = 'force-dynamic';\nexport const GET = () => Response.json({});\n`,
  },
  page: {
    address: '/vide',
    file: 'app/(public)/vide/page.tsx',
    text: `export default function EmptyPage() {\n  return <h1>Page vide</h1>;\n}\n`,
  },
};

export const EMPTY_ROUTE = EMPTY.route.address;
export const EMPTY_PAGE = EMPTY.page.address;

/** The files of the project: those that git knows or would take, else all but what is produced. */
async function listSources(root: string): Promise<string[]> {
  try {
    const { stdout } = await execute('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
      cwd: root,
      maxBuffer: 2 ** 26,
    });
    return stdout.split('\0').filter(Boolean);
  } catch {
    const produced = new Set(['node_modules', '.next', '.data', '.git']);
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      .filter((file) => !produced.has(file.split(path.sep)[0] ?? '') && !file.startsWith('prisma/generated'));
  }
}

async function copySources(root: string, site: string) {
  for (const file of await listSources(root)) {
    await mkdir(path.dirname(path.join(site, file)), { recursive: true });
    // A file that git still knows may be gone.
    await copyFile(path.join(root, file), path.join(site, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}

/** Hard links take no room and, other than a symbolic one, keep every package below the copy's own root. */
async function linkFolder(from: string, to: string) {
  await mkdir(to, { recursive: true });
  const entries = await readdir(from, { withFileTypes: true });
  for (const entry of entries) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await linkFolder(source, target);
    else if (entry.isFile()) await link(source, target).catch(() => copyFile(source, target));
  }
}

/** npm's own record of what it installed. */
const packagesOf = (root: string) => readFile(path.join(root, 'node_modules', '.package-lock.json'), 'utf8');

const hasSamePackages = async (root: string, site: string) =>
  (await packagesOf(root)) === (await packagesOf(site).catch(() => null));

/**
 * A copy of the project with an empty route and an empty page, which the real site must not have. Its last build is
 * kept and serves again as long as the sources are the same. Returns its folder.
 */
export async function makeScratchSite(root: string, folder: string): Promise<string> {
  const site = path.join(folder, 'site');
  const kept = new Set(['.next', '.data', ...((await hasSamePackages(root, site)) ? ['node_modules'] : [])]);
  for (const name of await readdir(site).catch(() => [])) {
    if (!kept.has(name)) await rm(path.join(site, name), { recursive: true, force: true });
  }
  // Tailwind reads .gitignore up to the nearest .git: without one here, that of the project would hide the whole copy.
  await mkdir(path.join(site, '.git'), { recursive: true });
  await copySources(root, site);
  if (!kept.has('node_modules')) await linkFolder(path.join(root, 'node_modules'), path.join(site, 'node_modules'));
  for (const { file, text } of Object.values(EMPTY)) {
    await mkdir(path.dirname(path.join(site, file)), { recursive: true });
    await writeFile(path.join(site, file), text);
  }
  // Makes the database client, which git does not know.
  await execute(process.execPath, [path.join(site, 'lib', 'cli', 'install.mjs')]);
  return site;
}
