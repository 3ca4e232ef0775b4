import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { dumpDatabase } from '@/lib/backup/dump';
import type { Footer } from '@/lib/backup/format';
import { openRestorable, restoreDump } from '@/lib/backup/restore';
import { withClient } from '@/lib/cli/scratch';
import { databaseUrl } from '@/lib/database/db';
import { TEST_SECRET } from './launcher';
import { ROOT } from './templates';
import { createEmptyDatabase, useTestDatabase } from './test-database';

export const MIGRATIONS = path.join(ROOT, 'prisma', 'migrations');

/** With texts that a copy could spoil. Small: a restore of the 35,000 communes takes seconds. */
const SMALL_DIRECTORY = `
  INSERT INTO region (code, slug, name, is_ranked, population) VALUES ('32', 'hauts-de-france', 'Hauts-de-France', true, 5980697);
  INSERT INTO department (code, name, region_code, population) VALUES ('59', 'Nord', '32', NULL);
  INSERT INTO commune (code, name, search_name, department_code, region_code, longitude, latitude)
    VALUES ('59009', 'Villeneuve-d’Ascq', 'villeneuve d ascq', '59', '32', 3.1445892387465, 50.623191999999996);
  INSERT INTO commune_postcode VALUES ('59009', '59491'), ('59009', '59493');
  INSERT INTO commune_alias VALUES ('59010', '59009', E'tab\tnew\nline\rback\\slash \u2028 « é » \\. \\N');
  INSERT INTO call VALUES ('appel', 'Appel', 'Programme', 'Opérateur', '2019-07-11', 45000000, 300, 150, 150, 2022, 'https://example.fr/');
  INSERT INTO wave (id, call_id, rank, label, short_label, announced_on_precision, note) VALUES ('vague-1', 'appel', 1, 'Vague 1', 'V1', 'year', '');
  INSERT INTO structure (id, slug, name, commune_code, longitude, latitude, position_precision, published_at, editorial_note)
    VALUES ('lieu', 'lieu', 'Le Lieu « 🏭 »', '59009', 3.1445892387465, 50.623191999999996, 'commune', '2026-11-29T03:00:00.123Z', E'\\.\n\\.');
  INSERT INTO structure_source (structure_id, url, title, published_on) VALUES ('lieu', 'https://example.fr/lieu', '\\.', '2020-02-04');
  INSERT INTO award (structure_id, wave_id, label) VALUES ('lieu', 'vague-1', 'fabrique');
  INSERT INTO instalment (award_id, purpose, year_of_aid, amount_euros, status) SELECT id, 'seed', 1, 50000, 'announced' FROM award;
  INSERT INTO audit_entry (origin, action, subject_kind, subject_id, after)
    VALUES ('program', 'structure.created', 'structure', 'lieu', '{"text": "\\u0027\\n", "number": 1.10}')`;

export const addSmallDirectory = (client: ClientBase) => client.query(SMALL_DIRECTORY);

let folder = '';
let made = 0;

export function useBackupFolder(): void {
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'backups-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

export function useSmallDirectory(): void {
  useTestDatabase('migrated');
  useBackupFolder();
  beforeAll(() => withClient(databaseUrl(), addSmallDirectory));
}

export function newFile(): string {
  made += 1;
  return path.join(folder, `${made}.dump`);
}

export function useBackup(): { file: string; empty: string } {
  const given = { file: '', empty: '' };
  useSmallDirectory();
  beforeAll(async () => {
    Object.assign(given, { file: (await dump(databaseUrl())).file, empty: await createEmptyDatabase() });
  });
  return given;
}

export async function dump(url: string, file = newFile()): Promise<{ file: string; footer: Footer }> {
  return { file, footer: await withClient(url, (client) => dumpDatabase(client, { file, secret: TEST_SECRET })) };
}

type Restore = { formerFile?: string; migrations?: string };

export async function restore(file: string, url: string, { formerFile, migrations = MIGRATIONS }: Restore = {}) {
  const backup = await openRestorable(file, migrations);
  const options = { formerFile: formerFile ?? null, secret: TEST_SECRET };
  return withClient(url, (client) => restoreDump(client, backup, options));
}

async function readContents(client: ClientBase): Promise<Record<string, string>> {
  await client.query(`SET timezone = 'UTC'; SET extra_float_digits = 1`);
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('_prisma_migrations', 'access_link', 'session', 'verification')`,
  );
  const contents: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: hashed } = await client.query<{ hash: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")), '') AS hash FROM "${name}" t`,
    );
    contents[name] = hashed[0]?.hash ?? '';
  }
  return contents;
}

export const contentsOf = (url: string): Promise<Record<string, string>> => withClient(url, readContents);

/** A restore adds one line of the journal by itself. */
export const withoutItsLine = (url: string) =>
  withClient(url, async (client) => {
    await client.query('BEGIN');
    await client.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    const { rowCount } = await client.query(
      `DELETE FROM audit_entry WHERE action = 'data.restored' AND origin = 'terminal'`,
    );
    const contents = await readContents(client);
    await client.query('ROLLBACK');
    return { contents, lines: rowCount };
  });
