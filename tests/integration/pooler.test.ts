import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withClient } from '@/lib/cli/scratch';
import { TEST_SECRET } from '../support/launcher';
import { openPooler, type Pooler } from '../support/pooler';
import { onServer, ROOT } from '../support/templates';
import { createTestDatabase } from '../support/test-database';

let direct: string;
const poolers: Pooler[] = [];

async function pool(...options: Parameters<typeof openPooler> extends [string, ...infer Rest] ? Rest : never) {
  const pooler = await openPooler(direct, ...options);
  poolers.push(pooler);
  return pooler.url;
}

function readAddresses(url: string, listening = '') {
  vi.resetModules();
  Object.assign(process.env, { DATABASE_URL: url, DATABASE_LISTEN_URL: listening, AUTH_SECRET: TEST_SECRET });
}

async function prepare(url: string, listening?: string): Promise<unknown> {
  readAddresses(url, listening);
  const { prepareDatabase } = await import('@/lib/cli/prepare-database');
  return prepareDatabase(ROOT, url, new AbortController().signal).then(
    () => 'prepared',
    (error: unknown) => (error instanceof Error && error.name === 'DatabaseStartError' ? error.message : error),
  );
}

beforeEach(async () => {
  direct = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(poolers.splice(0).map((pooler) => pooler.close()));
});

const NAMED = /^DATABASE_URL mène à un répartiteur de connexions [^\n]* : ajoutez DATABASE_LISTEN_URL, [^\n]*\.$/;

describe('a pooler that lends connections for one transaction', () => {
  it('is refused by name, with what to give beside it, however it takes what a connection asks for', async () => {
    expect(await prepare(await pool({ settings: 'refused' }))).toMatch(NAMED);
    expect(await prepare(await pool({ settings: 'dropped' }))).toMatch(NAMED);
    expect(await prepare(await pool({ settings: 'taken' }))).toMatch(NAMED);
  });

  it('is not taken for the way around itself', async () => {
    const [url, other] = [await pool(), await pool()];
    expect(await prepare(url, other)).toMatch(/^DATABASE_LISTEN_URL mène à un répartiteur [^\n]*\.$/);
  });

  it('leads to the same database as the way around it, or both are refused', async () => {
    const url = await pool();
    const elsewhere = await createTestDatabase('migrated');
    expect(await prepare(url, elsewhere)).toMatch(/^DATABASE_URL et DATABASE_LISTEN_URL mènent à deux bases[^\n]*\.$/);
    expect(await withClient(elsewhere, (client) => client.query('SELECT 1 FROM structure'))).toMatchObject({
      rows: [],
    });
  });

  it('is told nothing that its role was not set for: what plans rest on, beside what the operator has set', async () => {
    const role = `test_${process.pid}_pooled`;
    const database = new URL(direct).pathname.slice(1);
    await onServer(direct, `CREATE ROLE ${role} SUPERUSER LOGIN PASSWORD 'secret'`);
    await onServer(direct, `ALTER ROLE ${role} IN DATABASE ${database} SET work_mem = '64MB'`);
    const asAdministrator = direct;
    direct = Object.assign(new URL(direct), { username: role, password: 'secret' }).href;
    const url = await pool();
    expect(await prepare(url, direct)).toBe('prepared');
    const { rows } = await withClient(direct, (client) =>
      client.query(`SELECT name, setting, source FROM pg_settings
        WHERE name IN ('jit', 'plan_cache_mode', 'random_page_cost', 'work_mem', 'statement_timeout') ORDER BY name`),
    );
    expect(rows).toEqual(
      [
        ['jit', 'off'],
        ['plan_cache_mode', 'force_custom_plan'],
        ['random_page_cost', '1.1'],
        ['statement_timeout', '20000'],
        ['work_mem', '65536'],
      ].map(([name, setting]) => ({ name, setting, source: 'database user' })),
    );
    direct = asAdministrator;
    await onServer(direct, `DROP OWNED BY ${role}`);
    await onServer(direct, `ALTER ROLE ${role} IN DATABASE ${database} RESET ALL`);
    await onServer(direct, `DROP ROLE ${role}`);
  });

  it('serves readers and the office, and what others change is heard beside it', { timeout: 120_000 }, async () => {
    readAddresses(await pool(), direct);
    const { disconnect, getDb } = await import('@/lib/database/db');
    const { closeCache, recall, remember } = await import('@/lib/cache');
    const { readDirectoryFilter } = await import('@/lib/directory/read-filter');
    const { readList } = await import('@/lib/directory/list');
    const list = async (query: string) => readList((await readDirectoryFilter(new URLSearchParams(query))).filter);

    const queries = Array.from({ length: 12 }, (_, page) => [`page=${page + 1}`, `q=fabrique&page=${page + 1}`]).flat();
    const [pages, renamed] = await Promise.all([
      Promise.all(queries.map(list)),
      getDb().$transaction(async (tx) => {
        await tx.$executeRaw`UPDATE structure SET version = version + 1 WHERE id = 'fabt-032'`;
        return tx.structure.findUniqueOrThrow({ where: { id: 'fabt-032' } });
      }),
    ]);
    expect(new Set(pages.filter((_, at) => at % 2 === 0).map(({ total }) => total))).toEqual(new Set([382]));
    expect(renamed.version).toBeGreaterThan(1);

    await vi.waitFor(
      async () => {
        await remember('what others change', async () => 'read');
        expect(recall('what others change')).toBe('read');
      },
      { timeout: 30_000, interval: 50 },
    );
    const change = `UPDATE structure SET version = version + 1 WHERE id = 'fabt-032'`;
    await withClient(direct, (other) => other.query(change));
    await vi.waitFor(() => expect(recall('what others change')).toBeUndefined(), { timeout: 30_000, interval: 50 });
    await closeCache();
    await disconnect();
  });
});

describe('a pooler that lends a connection for as long as its client stays', () => {
  it('serves like the server itself when it lets settings through', async () => {
    expect(await prepare(await pool({ settings: 'taken', mode: 'session' }))).toBe('prepared');
  });
});
