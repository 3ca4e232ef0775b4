import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { closeCache, emptyDirectoryCache, recall, remember } from '@/lib/cache';
import { databaseUrl } from '@/lib/database/db';
import { listStructures } from '@/lib/directory/list';
import { readDirectoryFilter } from '@/lib/directory/read-filter';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

const SOON = { timeout: 20_000 };

/** Before the listening connection is there, nothing may be kept. */
const untilKept = (key: string) =>
  vi.waitFor(async () => {
    await remember(key, async () => 'kept');
    expect(recall(key)).toBe('kept');
  }, SOON);

function deferred() {
  const settled: { resolve?: (value: string) => void } = {};
  const promise = new Promise<string>((resolve) => {
    settled.resolve = resolve;
  });
  return { promise, resolve: (value: string) => settled.resolve?.(value) };
}

async function fromAnotherProcess(statement: string) {
  const client = new pg.Client(databaseUrl());
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe('the memory of answers', () => {
  it('keeps an answer and forgets it when another process changed a public table', async () => {
    await untilKept('probe');
    await fromAnotherProcess(`UPDATE wave SET note = note WHERE id = 'vague-1'`);
    await vi.waitFor(() => expect(recall('probe')).toBeUndefined(), SOON);
  });

  it('does not keep an answer whose reading began before the emptying', async () => {
    await untilKept('probe');
    const { promise, resolve } = deferred();
    const slow = remember('slow', () => promise);
    emptyDirectoryCache();
    resolve('of the past');
    expect(await slow).toBe('of the past');
    expect(recall('slow')).toBeUndefined();
  });

  it('reads once for all who ask at the same time, and does not keep a failure', async () => {
    await untilKept('probe');
    const read = vi.fn<() => Promise<string>>(async () => 'value');
    expect(await Promise.all([remember('shared', read), remember('shared', read)])).toEqual(['value', 'value']);
    expect(read).toHaveBeenCalledTimes(1);
    await expect(remember('failing', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await remember('failing', async () => 'back')).toBe('back');
  });

  it('keeps nothing while the listening connection is down, and keeps again when it is back', async () => {
    await untilKept('probe');
    await fromAnotherProcess(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN directory_changed' AND datname = current_database()`,
    );
    await vi.waitFor(() => expect(recall('probe')).toBeUndefined(), SOON);
    await remember('while away', async () => 'value');
    expect(recall('while away')).toBeUndefined();
    await untilKept('again');
  });

  it('shows a change of a structure on the next list after another process published it', async () => {
    const { filter } = await readDirectoryFilter({ region: 'corse' });
    await untilKept('probe');
    const before = await listStructures(filter);
    await fromAnotherProcess(`UPDATE structure SET archived_at = now() WHERE id = '${before.items[0]?.id}'`);
    await vi.waitFor(async () => expect((await listStructures(filter)).total).toBe(before.total - 1), SOON);
    closeCache();
    expect((await listStructures(filter)).total).toBe(before.total - 1);
  });
});
