import { expect, it, vi } from 'vitest';
import { recordAudit } from '@/lib/audit/record';
import { disconnect, getDb, getPool, type Sql, sql } from '@/lib/database/db';
import { inSnapshot } from '@/lib/database/stream-rows';
import { parseJournalFilter } from '@/lib/journal/filter';
import { journalCsv } from '@/lib/journal/journal-file';
import { TERMINAL } from '@/lib/permissions/actor';
import { NATIONAL } from '../support/office';
import { openPooler } from '../support/pooler';
import { useTestDatabase } from '../support/test-database';

useTestDatabase('migrated');

const numbers = (count: number) => sql`SELECT n FROM generate_series(1, ${count}::int) n`;
const read = (query: Sql, signal?: AbortSignal) =>
  inSnapshot((streamRows) => streamRows<Record<string, unknown>>(query), signal);
async function all(query: Sql, signal?: AbortSignal) {
  const rows: Record<string, unknown>[] = [];
  for await (const some of read(query, signal)) rows.push(...some);
  return rows;
}

const LONG = sql`pid <> pg_backend_pid() AND datname = current_database() AND query ~ '^(BEGIN ISO|DECLARE|FETCH)'`;
/** What the server runs, or last ran, for long answers. */
const running = async () => {
  const rows = await getDb().$queryRaw<{ query: string }[]>(sql`SELECT query FROM pg_stat_activity WHERE ${LONG}`);
  return rows.map(({ query }) => query);
};

it('a million rows are read a thousand at a time, in the memory of a few thousand', { timeout: 300_000 }, async () => {
  const before = process.memoryUsage().heapUsed;
  let [count, sum, most] = [0, 0, 0];
  for await (const rows of read(sql`SELECT n, repeat('x', 200) AS filler FROM generate_series(1, 1000000) n`)) {
    count += rows.length;
    sum += Number(rows[0]?.n);
    expect(rows.length).toBeLessThanOrEqual(1_000);
    most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  expect([count, sum]).toEqual([1_000_000, 499_501_000]);
  // Kept, the rows would take some 400 MB.
  expect(most).toBeLessThan(150_000_000);
  await expect.poll(running).toEqual([]);
});

it('all its queries, one after the other or together, see the database of one instant', async () => {
  await getPool().query('CREATE TABLE seen (n int); INSERT INTO seen SELECT generate_series(1, 2500)');
  const counts = inSnapshot(async function* (streamRows) {
    for await (const _ of streamRows(sql`SELECT n FROM seen`)) {
      await getPool().query('DELETE FROM seen WHERE n > 100; INSERT INTO seen VALUES (0)');
      for await (const [row] of streamRows<{ count: number }>(sql`SELECT count(*)::int AS count FROM seen`))
        yield row?.count;
    }
  });
  const seen: unknown[] = [];
  for await (const count of counts) seen.push(count);
  expect(seen).toEqual([2500, 2500, 2500]);
  expect(await all(sql`SELECT count(*)::int AS count FROM seen`)).toEqual([{ count: 103 }]);
});

it('a long answer lasts as long as it has to, watches its reader and writes nothing', async () => {
  const settings = [
    'statement_timeout',
    'client_connection_check_interval',
    'transaction_isolation',
    'timezone',
    'jit',
  ];
  expect(await all(sql`SELECT current_setting(name) AS value FROM unnest(${settings}::text[]) name`)).toEqual(
    ['0', '500ms', 'repeatable read', 'UTC', 'off'].map((value) => ({ value })),
  );
  await expect(all(sql`SELECT nextval('audit_entry_id_seq')`)).rejects.toMatchObject({ code: '25006' });
});

it('what the database refuses is thrown as it said it, at the beginning or half-way', async () => {
  await expect(all(sql`SELECT nothing`)).rejects.toMatchObject({ code: '42703' });
  await expect(all(sql`SELECT 1 / (5000 - n) FROM generate_series(1, 10000) n`)).rejects.toMatchObject({
    code: '22012',
  });
  await expect.poll(running).toEqual([]);
});

it('a reader who leaves half-way, or fails, leaves nothing on the server', async () => {
  for await (const _ of read(numbers(1_000_000))) {
    expect(await running()).toHaveLength(1);
    break;
  }
  await expect.poll(running).toEqual([]);
  const failing = (async () => {
    for await (const _ of read(numbers(1_000_000))) throw new Error('the reader failed');
  })();
  await expect(failing).rejects.toThrow('the reader failed');
  await expect.poll(running).toEqual([]);
});

it('a reader who goes while the database computes stops it', async () => {
  const leaving = new AbortController();
  const asleep = all(sql`SELECT 1 FROM pg_sleep(600)`, leaving.signal);
  await expect.poll(running).toEqual(['FETCH 1000 FROM rows_1']);
  leaving.abort(new Error('the reader went'));
  await expect(asleep).rejects.toThrow('the reader went');
  await expect.poll(running).toEqual([]);
  await expect(all(numbers(1), leaving.signal)).rejects.toThrow('the reader went');
});

it('a reader who goes between two pieces leaves nothing on the server, even without coming back', async () => {
  const leaving = new AbortController();
  const rows = read(numbers(1_000_000), leaving.signal);
  await rows.next();
  leaving.abort(new Error('the reader went'));
  await expect.poll(running).toEqual([]);
  await expect(rows.next()).rejects.toThrow('the reader went');
});

it('a few are read at once, and the next waits for one to end', async () => {
  const readers = Array.from({ length: 3 }, () => read(numbers(1_000_000)));
  await Promise.all(readers.map((reader) => reader.next()));
  const next = all(numbers(1));
  expect(await Promise.race([next, getPool().query('SELECT pg_sleep(0.3)')])).toHaveProperty('command');
  expect(await running()).toHaveLength(3);
  await readers[0]?.return(undefined);
  expect(await next).toEqual([{ n: 1 }]);
  await Promise.all(readers.map((reader) => reader.return(undefined)));
});

it('the file of the journal is read no further once whoever asked for it has gone', async () => {
  await recordAudit(getDb(), TERMINAL, { action: 'structure.changed', subjectKind: 'structure', subjectId: 'fabt-1' });
  const leaving = new AbortController();
  const file = () => journalCsv(parseJournalFilter({}), NATIONAL, leaving.signal);
  expect(await file()).toContain('"fabt-1"');
  const other = await getPool().connect();
  await other.query('BEGIN; LOCK audit_entry');
  const waiting = file();
  await expect.poll(running).toHaveLength(1);
  leaving.abort(new Error('the reader went'));
  await expect(waiting).rejects.toThrow('the reader went');
  await expect.poll(running).toEqual([]);
  other.release(true);
});

it('behind a pooler, a long answer is read beside it or, where nothing else is open, through it', async () => {
  const url = process.env.DATABASE_URL ?? '';
  const pooler = await openPooler(url, { settings: 'dropped' });
  const long = sql`SELECT current_setting('statement_timeout') AS value FROM generate_series(1, 2000)`;
  for (const listening of [url, pooler.url]) {
    await disconnect();
    vi.resetModules();
    Object.assign(process.env, { DATABASE_URL: pooler.url, DATABASE_LISTEN_URL: listening });
    const fresh = await import('@/lib/database/stream-rows');
    const rows: unknown[] = [];
    for await (const some of fresh.inSnapshot((streamRows) => streamRows(long))) rows.push(...some);
    expect([rows.length, rows.at(-1)]).toEqual([2_000, { value: '0' }]);
  }
  await disconnect();
  await pooler.close();
  Object.assign(process.env, { DATABASE_URL: url, DATABASE_LISTEN_URL: '' });
});
