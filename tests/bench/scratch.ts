import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { applyMigrations } from '@/lib/database/migrations';
import { dropDatabase, inputsHash, onServer, ROOT } from '@/tests/support/templates';
import { databaseAt, withClient } from '../../lib/cli/scratch';
import { step } from '../../lib/cli/step.mjs';
import { fillDirectory } from './directory/fill-directory';

export const EMPTY_ROUTE = '/api/vide';
/** Live as the directory is, and sent as it is. */
export const EMPTY_PAGE = '/vide';
/** In the frame of the public pages, beyond the store: Next makes it each time, its scripts and its copy for them included. */
export const EMPTY_PAGE_OF_NEXT = '/connexion/vide';
/** A page of the site, of those that are only read, emptied: it is sent as they are. */
export const EMPTY_READING_PAGE = '/mentions-legales';
const EMPTY_PAGE_TEXT = `export default function EmptyPage() {\n  return <h1>Page vide</h1>;\n}\n`;
const REPLACED_FILES = {
  [`app${EMPTY_ROUTE}/route.ts`]: `export const dynamic = 'force-dynamic';\nexport const GET = () => Response.json({});\n`,
  [`app/(public)${EMPTY_PAGE}/page.tsx`]: EMPTY_PAGE_TEXT,
  [`app/(public)${EMPTY_PAGE_OF_NEXT}/page.tsx`]: EMPTY_PAGE_TEXT,
  [`app/(public)${EMPTY_READING_PAGE}/page.tsx`]: EMPTY_PAGE_TEXT,
};

/** The last build serves again as long as the sources are the same. */
const KEPT = ['.next', '.data', '.git'];
const LEFT_BEHIND = [...KEPT, 'node_modules', 'tests'];

const FIRST_ROW = 'readonly Page[] = [\n';

/** A page without its row is nobody's. */
function tellEmptyPage(table: string): void {
  const text = readFileSync(table, 'utf8');
  const row = `  { href: '${EMPTY_PAGE}', label: 'Page vide', isLive: true },\n`;
  if (!text.includes(FIRST_ROW)) throw new Error(`${table} no longer begins as the bench expects`);
  writeFileSync(table, text.replace(FIRST_ROW, FIRST_ROW + row));
}

/** With an empty route and three empty pages, which the real site must not have. */
export function makeScratchSite(): string {
  const site = path.join(ROOT, '.data', 'bench-site');
  // Tailwind reads .gitignore up to the nearest .git: without one here, that of the project would hide the whole copy.
  mkdirSync(path.join(site, '.git'), { recursive: true });
  for (const name of readdirSync(site)) {
    if (!KEPT.includes(name)) rmSync(path.join(site, name), { recursive: true });
  }
  for (const name of readdirSync(ROOT)) {
    if (!LEFT_BEHIND.includes(name)) cpSync(path.join(ROOT, name), path.join(site, name), { recursive: true });
  }
  // Hard links: the packages must be below the copy's own root, and take no room.
  execFileSync('cp', ['-Rl', path.join(ROOT, 'node_modules'), path.join(site, 'node_modules')]);
  for (const [file, text] of Object.entries(REPLACED_FILES)) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), text);
  }
  tellEmptyPage(path.join(site, 'lib', 'site', 'pages.ts'));
  return site;
}

const INPUTS = ['prisma/migrations', 'prisma/data', 'lib/default-data', 'lib/text', 'tests/bench/directory'];

/** Kept for the next run, unless migrations, data or generator changed; those of other versions are dropped. */
export async function provideDirectory(server: string, count: number): Promise<string> {
  const hash = inputsHash(INPUTS);
  const name = `bench_${count}_${hash}`;
  const { rows } = await onServer(server, `SELECT datname AS name FROM pg_database WHERE datname ~ '^bench_'`);
  const names = rows.map((row: { name: string }) => row.name);
  for (const old of names.filter((one) => !one.endsWith(`_${hash}`))) await dropDatabase(databaseAt(server, old));
  if (!names.includes(name)) {
    await step(`Remplissage d’une base de ${count.toLocaleString('fr-FR')} structures`, async () => {
      await onServer(server, `CREATE DATABASE ${name}_partial`);
      await withClient(databaseAt(server, `${name}_partial`), async (client) => {
        await applyMigrations(client, path.join(ROOT, 'prisma', 'migrations'));
        await fillDirectory(client, count);
      });
      await onServer(server, `ALTER DATABASE ${name}_partial RENAME TO ${name}`);
    });
  }
  return databaseAt(server, name);
}

/** PostgreSQL copies no database that anyone is connected to; programs that were stopped may take a moment to leave. */
const LEAVE_WITHIN_MS = 30_000;

/** The database itself serves the next run as it was filled. One at a time: all have the same address. */
export async function withCopy(database: string, use: (copy: string) => Promise<void>): Promise<void> {
  const name = new URL(database).pathname.slice(1);
  const copy = databaseAt(database, 'bench_copy');
  await dropDatabase(copy);
  await onServer(
    database,
    `SELECT pg_terminate_backend(pid, ${LEAVE_WITHIN_MS}) FROM pg_stat_activity WHERE datname = '${name}'`,
  );
  await onServer(database, `CREATE DATABASE bench_copy TEMPLATE ${name} STRATEGY file_copy`);
  try {
    await use(copy);
  } finally {
    await dropDatabase(copy);
  }
}
