import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { databaseAt, withClient } from '@/lib/cli/scratch';
import { TEST_SECRET } from '../support/launcher';
import { dropDatabase, onServer, ROOT } from '../support/templates';

const NAME = `test_${process.pid}_roles`;
const [OWNER, SITE] = [`${NAME}_owner`, `${NAME}_site`];
let url: string;
const as = (username: string, password: string) => Object.assign(new URL(url), { username, password }).href;

const [ofAdministrator = '', ofOwner = ''] = [
  ...readFileSync(path.join(ROOT, '.github', 'RUNNING.md'), 'utf8').matchAll(/^```sql\n([\s\S]*?)^```$/gm),
].map(([, block = '']) => block.replaceAll(/\bfabriques(_owner|_site)?\b/g, `${NAME}$1`));

async function prepareAs(address: string, root = ROOT): Promise<unknown> {
  vi.resetModules();
  Object.assign(process.env, { DATABASE_URL: address, AUTH_SECRET: TEST_SECRET });
  const { prepareDatabase } = await import('@/lib/cli/prepare-database');
  return prepareDatabase(root, address, new AbortController().signal).then(
    () => 'prepared',
    (error: unknown) => (error instanceof Error && error.name === 'DatabaseStartError' ? error.message : error),
  );
}

function makeNextVersion(): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'next-version-'));
  const migrations = path.join(root, 'prisma', 'migrations');
  cpSync(path.join(ROOT, 'prisma', 'migrations'), migrations, { recursive: true });
  mkdirSync(path.join(migrations, '99990101000000_later'));
  writeFileSync(path.join(migrations, '99990101000000_later', 'migration.sql'), 'CREATE TABLE later (id integer);');
  return root;
}

beforeAll(async () => {
  url = databaseAt(inject('databaseServer'), NAME);
  // One by one: a database is created outside any transaction.
  for (const statement of ofAdministrator.split(';')) await onServer(inject('databaseServer'), statement);
});
afterAll(async () => {
  await dropDatabase(url);
  for (const role of [SITE, OWNER]) await onServer(inject('databaseServer'), `DROP ROLE IF EXISTS ${role}`);
});

describe('a role that serves what another has migrated', () => {
  it('is told to wait for the migrations, then for its rights, and then serves', { timeout: 200_000 }, async () => {
    const site = as(SITE, 'another secret');
    expect(await prepareAs(site)).toMatch(/« unaccent »/);
    expect(await prepareAs(as(OWNER, 'one secret'))).toBe('prepared');
    expect(await prepareAs(site)).toMatch(
      new RegExp(`^Le compte « ${SITE} » de DATABASE_URL [^\\n]*RUNNING\\.md\\)\\.$`),
    );
    await withClient(as(OWNER, 'one secret'), (owner) => owner.query(ofOwner));
    expect(await prepareAs(site)).toBe('prepared');

    const next = makeNextVersion();
    expect(await prepareAs(site, next)).toMatch(
      new RegExp(`« ${SITE} » [^\\n]*« npm run migrate »[^\\n]*« ${OWNER} »`),
    );
    expect(await prepareAs(as(OWNER, 'one secret'), next)).toBe('prepared');
    expect(await prepareAs(site, next)).toBe('prepared');
    rmSync(next, { recursive: true });
  });

  it('lacks no right that the directory and the office need', async () => {
    await withClient(as(SITE, 'another secret'), async (client) => {
      await client.query('BEGIN');
      await client.query(`UPDATE structure SET name = name || ' bis', version = version + 1`);
      await client.query(`UPDATE award SET updated_at = now()`);
      await client.query(`DELETE FROM instalment`);
      await client.query(
        `INSERT INTO audit_entry (origin, action, subject_kind, subject_id) VALUES ('program', 'a.b', 'data', 'x')`,
      );
      const { rows } = await client.query('SELECT sum(structures)::int AS count FROM structure_tally');
      expect(rows).toEqual([{ count: 382 }]);
      await client.query('ROLLBACK');
    });
  });
});

const LINES = `INSERT INTO audit_entry (origin, action, subject_kind, subject_id, after) VALUES
  ('program', 'structure.created', 'structure', 'once-public', '{"version": 1}'),
  ('program', 'structure.published', 'structure', 'once-public', '{"publishedAt": "2026-01-01"}')`;

describe('the journal', () => {
  it.each([
    ['switches its trigger off', 'ALTER TABLE audit_entry DISABLE TRIGGER USER', '42501'],
    ['drops its trigger', 'DROP TRIGGER audit_entry_is_kept ON audit_entry', '42501'],
    ['replaces what its trigger does', 'DROP FUNCTION refuse_journal_erasure() CASCADE', '42501'],
    ['has triggers sleep in its session', 'SET session_replication_role = replica', '42501'],
    ['empties it', 'TRUNCATE audit_entry', '42501'],
    ['rewrites it', `UPDATE audit_entry SET action = 'c.d'`, '42501'],
    ['erases from it', 'DELETE FROM audit_entry', '23001'],
    [
      'erases from it behind tables of the same names',
      `CREATE TEMP TABLE structure (id text);
       CREATE TEMP TABLE audit_entry (LIKE public.audit_entry);
       INSERT INTO pg_temp.audit_entry (id, at, origin, action, subject_kind, subject_id) VALUES (1, now(), 'program', 'structure.erased', 'structure', 'once-public');
       DELETE FROM public.audit_entry WHERE subject_id = 'once-public' AND action = 'structure.created'`,
      '23001',
    ],
  ])('is not the site’s to change, when its role %s', async (_, statements, code) => {
    const client = new Client({ connectionString: as(SITE, 'another secret') });
    await client.connect();
    await client.query('BEGIN');
    await client.query(LINES);
    await expect(client.query(statements)).rejects.toMatchObject({ code });
    await client.end();
  });
});
