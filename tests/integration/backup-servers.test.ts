import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '@/lib/cli/scratch';
import { contentsOf, dump, newFile, restore, useBackupFolder, withoutItsLine } from '../support/backups';
import { type PlainCluster, POSTGRES_15, packagedPrograms, startPlainCluster } from '../support/plain-cluster';
import { createEmptyDatabase, createTestDatabase } from '../support/test-database';

useBackupFolder();

const SERVERS = [
  { name: 'a server of the same version, left at its defaults', programs: packagedPrograms },
  { name: 'a PostgreSQL 15, where this machine has one', programs: async () => POSTGRES_15 },
];

describe.each(SERVERS)('$name', { timeout: 300_000 }, ({ name, programs }) => {
  let cluster: PlainCluster | null = null;
  beforeAll(async () => {
    const found = await programs();
    cluster = found ? await startPlainCluster(found) : null;
  }, 300_000);
  afterAll(() => cluster?.stop());

  it('takes the embedded database over, row by row, under an owner of its own, and gives it back', async ({ skip }) => {
    if (!cluster) return skip(`There is no ${name}`);
    const embedded = await createTestDatabase('seeded');
    const contents = await contentsOf(embedded);
    const there = await cluster.createDatabase('fabriques');
    const { file, footer } = await dump(embedded);
    await restore(file, there);
    expect(await withoutItsLine(there)).toEqual({ contents, lines: 1 });

    // A role and a database of an operator may be set in ways that change how a value is written.
    await withClient(there, (client) =>
      client.query(`ALTER ROLE operator SET datestyle = 'SQL, DMY'; ALTER ROLE operator SET extra_float_digits = -5;
        ALTER ROLE operator SET timezone = 'Asia/Kathmandu'; ALTER ROLE operator SET client_encoding = 'LATIN1';
        ALTER ROLE operator SET statement_timeout = '50ms'`),
    );
    const back = await dump(there);
    expect({ ...back.footer.tables, audit_entry: null }).toEqual({ ...footer.tables, audit_entry: null });
    const again = await createEmptyDatabase();
    await restore(back.file, again);
    expect(await withoutItsLine(again)).toEqual({ contents, lines: 2 });
    await restore(file, there, { formerFile: newFile() });

    // As for the role of a site that another role migrates.
    await withClient(there, (client) => client.query('REVOKE ALL ON SEQUENCE refusal_id_seq FROM operator'));
    await expect(dump(there)).rejects.toThrow(/ne peut pas lire tout .* : donnez celui à qui la base appartient\.$/);
  });
});
