import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMigrations } from '@/lib/database/migrations';
import { type PrismaModel, readPrismaModel } from '../support/prisma-model';
import { databaseLines, schemaLines } from '../support/schema-lines';
import { ROOT } from '../support/templates';
import { useTestDatabase } from '../support/test-database';

useTestDatabase('migrated');

const schema = readFileSync(path.join(ROOT, 'prisma', 'schema.prisma'), 'utf8');
let model: PrismaModel;
let client: Client;

beforeAll(async () => {
  model = await readPrismaModel(schema);
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
afterAll(() => client.end());

/** The triggers that the head of the schema names, each with its table and the migration that wrote its function last. */
const namedTriggers = () =>
  [...schema.matchAll(/^\/\/ {3}.+ ← ([\w, ]+): ([\w, ]+) \((\w+)\)$/gm)].flatMap(
    ([, tables = '', triggers = '', migration]) =>
      tables.split(', ').flatMap((table) => triggers.split(', ').map((name) => `${table} ${name} ${migration}`)),
  );

async function realTriggers() {
  const migrations = await readMigrations(path.join(ROOT, 'prisma', 'migrations'));
  const lastWriterOf = (name: string) =>
    migrations.findLast(({ sql }) => sql.includes(`FUNCTION ${name}() RETURNS trigger`))?.name;
  const { rows } = await client.query<{ on: string; name: string; calls: string }>(`
    SELECT tgrelid::regclass::text AS on, tgname::text AS name, proname::text AS calls
    FROM pg_trigger JOIN pg_proc p ON p.oid = tgfoid WHERE NOT tgisinternal`);
  return rows.map(({ on, name, calls }) => `${on} ${name} ${lastWriterOf(calls)}`);
}

describe('the migrated database', () => {
  it.each(['columns', 'enums', 'keys', 'references'] as const)(
    'has the %s that schema.prisma declares, and no others',
    async (kind) => {
      const declared = schemaLines(schema, model)[kind];
      expect(declared.length).toBeGreaterThan(5);
      expect((await databaseLines(client))[kind]).toEqual(declared);
    },
  );

  it('keeps by itself what the head of schema.prisma says, and nothing else', async () => {
    const real = (await realTriggers()).toSorted();
    expect(real.length).toBeGreaterThan(5);
    expect(namedTriggers().toSorted()).toEqual(real);
  });

  it.each([
    ['a column that the schema does not know', 'ALTER TABLE wave ADD COLUMN stray text', 'columns'],
    ['a column of another type', 'ALTER TABLE wave ALTER COLUMN rank TYPE bigint', 'columns'],
    ['a column that became optional', 'ALTER TABLE wave ALTER COLUMN label DROP NOT NULL', 'columns'],
    ['a missing column', 'ALTER TABLE wave DROP COLUMN note', 'columns'],
    ['a table that the schema does not know', 'CREATE TABLE stray (id integer PRIMARY KEY)', 'keys'],
    ['a new value of an enum', `ALTER TYPE territory ADD VALUE 'island'`, 'enums'],
    ['a missing unique key', 'ALTER TABLE region DROP CONSTRAINT region_slug_key', 'keys'],
    ['a missing foreign key', 'ALTER TABLE award DROP CONSTRAINT award_wave_id_fkey', 'references'],
  ] as const)('differs from schema.prisma when it holds %s', async (_, change, kind) => {
    await client.query('BEGIN');
    await client.query(change);
    const changed = (await databaseLines(client))[kind];
    await client.query('ROLLBACK');
    expect(changed).not.toEqual(schemaLines(schema, model)[kind]);
  });
});
