import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { isMigrated, refuseUnableRole } from './rights';

/** The message is French and says what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

type AppliedMigration = { name: string; checksum: string };
export type Migration = AppliedMigration & { sql: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null; rolled_back_at: Date | null };

// The lock that Prisma's own engine takes, so that neither migrates under the other.
const ADVISORY_LOCK = 72707369;

// As Prisma creates it, so that its commands serve wherever their engine can be had.
const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** The checksum is Prisma's: SHA-256 of the file, in hex. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.toSorted().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function refuseDisagreement(migrations: Migration[], applied: Applied[]) {
  for (const { migration_name: name, checksum, finished_at: finishedAt } of applied) {
    const migration = migrations.find((candidate) => candidate.name === name);
    if (!migration) {
      throw new MigrationError(
        `La base contient la migration « ${name} », inconnue de cette version du programme : installez la version qui l’apporte ou restaurez une sauvegarde.`,
      );
    }
    if (finishedAt === null) {
      throw new MigrationError(
        `La migration « ${name} » a été commencée puis interrompue par un autre programme : restaurez une sauvegarde, ou terminez-la avec « prisma migrate resolve ».`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new MigrationError(
        `La migration « ${name} » a été modifiée après avoir été appliquée : rétablissez son fichier et écrivez le changement dans une nouvelle migration.`,
      );
    }
  }
  const last = applied.at(-1)?.migration_name;
  const forgotten = migrations.find(
    ({ name }) => last !== undefined && name < last && !applied.some((one) => one.migration_name === name),
  );
  if (forgotten) {
    throw new MigrationError(
      `La migration « ${forgotten.name} » vient avant « ${last} », déjà appliquée : donnez-lui une date plus récente.`,
    );
  }
}

async function run(client: ClientBase, { name, checksum, sql }: Migration) {
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES (gen_random_uuid()::text, $1, $2, now(), clock_timestamp(), 1)`,
      [checksum, name],
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`La migration « ${name} » a échoué et n’a rien changé : ${reason}`, { cause: error });
  }
}

async function apply(client: ClientBase, migration: Migration) {
  await client.query('BEGIN');
  try {
    await run(client, migration);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function readBegun(client: ClientBase): Promise<Applied[]> {
  if (!(await isMigrated(client))) return [];
  const { rows } = await client.query<Applied>(
    `SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  );
  return rows;
}

/** Where nothing lacks, reading is all the right that it needs. Throws MigrationError or DatabaseStartError. */
export async function applyMigrations(client: ClientBase, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
  try {
    await client.query('SET client_min_messages = warning');
    const applied = await readBegun(client);
    refuseDisagreement(migrations, applied);
    const missing = migrations.filter(({ name }) => !applied.some((row) => row.migration_name === name));
    if (missing.length > 0) {
      await refuseUnableRole(client);
      await client.query(BOOKKEEPING);
    }
    for (const migration of missing) {
      await apply(client, migration);
    }
    return missing.map(({ name }) => name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCK]);
  }
}

export const lockMigrations = (client: ClientBase) => client.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);

/** Within the transaction of the caller, who holds the lock. Throws MigrationError. */
export async function applyWithin(client: ClientBase, migrations: Migration[]): Promise<void> {
  await client.query('SET LOCAL client_min_messages = warning');
  await client.query(BOOKKEEPING);
  for (const migration of migrations) await run(client, migration);
}

export async function readApplied(client: ClientBase): Promise<AppliedMigration[]> {
  const begun = await readBegun(client);
  return begun.flatMap(({ migration_name: name, checksum, finished_at: at }) =>
    at === null ? [] : [{ name, checksum }],
  );
}
