import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyMigrations } from '@/lib/database/migrations';
import { ROOT } from '../support/templates';
import { createEmptyDatabase } from '../support/test-database';

let folder: string;
let url: string;
let client: Client;

const write = (name: string, sql: string) => {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), sql);
};
const connect = async () => {
  const connected = new Client({ connectionString: url });
  await connected.connect();
  return connected;
};
const bookkeeping = async () => (await client.query('SELECT * FROM _prisma_migrations ORDER BY migration_name')).rows;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  url = await createEmptyDatabase();
  client = await connect();
  write('20260101000000_first', 'CREATE TABLE one (id integer PRIMARY KEY);');
  write('20260201000000_second', 'INSERT INTO one VALUES (1); CREATE TABLE two (id integer);');
});
afterEach(async () => {
  await client.end();
  rmSync(folder, { recursive: true });
});

describe('the migrations', () => {
  it('are applied in order and written down as Prisma does', async () => {
    expect(await applyMigrations(client, folder)).toEqual(['20260101000000_first', '20260201000000_second']);
    const [first] = await bookkeeping();
    expect(first).toMatchObject({
      migration_name: '20260101000000_first',
      checksum: createHash('sha256').update('CREATE TABLE one (id integer PRIMARY KEY);').digest('hex'),
      applied_steps_count: 1,
      logs: null,
      rolled_back_at: null,
    });
    expect(first.id).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    expect(first.finished_at.getTime()).toBeGreaterThanOrEqual(first.started_at.getTime());
  });

  it('are applied once', async () => {
    await applyMigrations(client, folder);
    expect(await applyMigrations(client, folder)).toEqual([]);
    expect((await client.query('SELECT * FROM one')).rowCount).toBe(1);
  });

  it('are applied once by two programs that start together', async () => {
    const other = await connect();
    const applied = await Promise.all([applyMigrations(client, folder), applyMigrations(other, folder)]);
    await other.end();
    expect(applied.flat()).toEqual(['20260101000000_first', '20260201000000_second']);
  });

  it('are refused when one was edited after it was applied', async () => {
    await applyMigrations(client, folder);
    write('20260101000000_first', 'CREATE TABLE one (id bigint PRIMARY KEY);');
    await expect(applyMigrations(client, folder)).rejects.toThrow(/« 20260101000000_first » a été modifiée/);
  });

  it('are refused when the database holds one that the folder does not know', async () => {
    await applyMigrations(client, folder);
    rmSync(path.join(folder, '20260201000000_second'), { recursive: true });
    await expect(applyMigrations(client, folder)).rejects.toThrow(/« 20260201000000_second », inconnue/);
  });

  it('are refused when one slips in before those already applied', async () => {
    await applyMigrations(client, folder);
    write('20260115000000_late', 'SELECT 1;');
    await expect(applyMigrations(client, folder)).rejects.toThrow(/« 20260115000000_late » vient avant/);
  });

  it('are refused when another program left one unfinished', async () => {
    await applyMigrations(client, folder);
    await client.query(`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%second'`);
    await expect(applyMigrations(client, folder)).rejects.toThrow(/interrompue/);
  });

  it('change nothing when one fails, and go on from there once it is corrected', async () => {
    write('20260201000000_second', 'CREATE TABLE two (id integer); SELECT * FROM missing;');
    await expect(applyMigrations(client, folder)).rejects.toThrow(
      /« 20260201000000_second » a échoué et n’a rien changé/,
    );
    expect((await client.query(`SELECT to_regclass('two') AS two`)).rows).toEqual([{ two: null }]);
    expect(await bookkeeping()).toHaveLength(1);
    write('20260201000000_second', 'CREATE TABLE two (id integer);');
    expect(await applyMigrations(client, folder)).toEqual(['20260201000000_second']);
  });

  it('of the site itself apply to an empty database', async () => {
    expect((await applyMigrations(client, path.join(ROOT, 'prisma', 'migrations'))).length).toBeGreaterThan(0);
  });
});
