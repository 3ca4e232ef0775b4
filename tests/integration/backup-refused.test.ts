import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { dumpDatabase } from '@/lib/backup/dump';
import { openRestorable, restoreDump } from '@/lib/backup/restore';
import { withClient } from '@/lib/cli/scratch';
import { databaseUrl } from '@/lib/database/db';
import { addSmallDirectory, contentsOf, dump, MIGRATIONS, newFile, restore, useBackup } from '../support/backups';
import { TEST_SECRET } from '../support/launcher';
import { createEmptyDatabase, createTestDatabase } from '../support/test-database';

const backup = useBackup();

const run = (url: string, statement: string) => withClient(url, (client) => client.query(statement));

describe('a database that cannot take a backup', { timeout: 180_000 }, () => {
  it('keeps what it holds unless it is told to replace it', async () => {
    const before = await contentsOf(databaseUrl());
    await expect(restore(backup.file, databaseUrl())).rejects.toThrow(
      /contient déjà des données : rien n’a été écrit.*--replace.*d’abord gardées/,
    );
    expect(await contentsOf(databaseUrl())).toEqual(before);
  });

  it('keeps what is not of the site, with rows or without, and is told to be replaced or not', async () => {
    const shared = await createEmptyDatabase();
    await run(shared, 'CREATE TABLE somebody (id integer)');
    await run(
      shared,
      `CREATE VIEW "Else" AS SELECT 1 AS one; CREATE FUNCTION half() RETURNS integer LANGUAGE sql RETURN 1`,
    );
    const sentence = /que le site ne connaît pas \(« Else », « half », « somebody »\) : rien n’a été écrit/;
    await expect(restore(backup.file, shared)).rejects.toThrow(sentence);
    await run(shared, 'INSERT INTO somebody VALUES (1)');
    const before = await contentsOf(shared);
    await expect(restore(backup.file, shared)).rejects.toThrow(/contient déjà des données/);
    await expect(restore(backup.file, shared, { formerFile: newFile() })).rejects.toThrow(sentence);
    expect(await contentsOf(shared)).toEqual(before);
  });

  it('keeps what it holds when its former content cannot be written first', async () => {
    const before = await contentsOf(databaseUrl());
    await expect(restore(backup.file, databaseUrl(), { formerFile: '/nowhere/former.dump' })).rejects.toThrow(
      /ne peut pas être écrite dans \/nowhere\/former\.dump : ce chemin n’existe pas/,
    );
    expect(await contentsOf(databaseUrl())).toEqual(before);
  });

  it('keeps what it holds when rows break its rules half-way', async () => {
    const broken = await createTestDatabase('migrated');
    await withClient(broken, addSmallDirectory);
    const { rows } = await run(
      broken,
      `SELECT conname FROM pg_constraint WHERE conrelid = 'instalment'::regclass AND contype = 'c'`,
    );
    for (const { conname } of rows) await run(broken, `ALTER TABLE instalment DROP CONSTRAINT "${conname}"`);
    await run(broken, 'UPDATE instalment SET amount_euros = -1');
    const { file: brokenFile } = await dump(broken);
    const before = await contentsOf(databaseUrl());
    const formerFile = newFile();
    await expect(restore(brokenFile, databaseUrl(), { formerFile })).rejects.toThrow(
      /^La base a refusé, et rien n’y a été changé : .*instalment_amount_euros_check/,
    );
    expect(existsSync(formerFile)).toBe(false);
    expect(await contentsOf(databaseUrl())).toEqual(before);
    await expect(restore(brokenFile, backup.empty)).rejects.toThrow(/rien n’y a été changé/);
    expect(await contentsOf(backup.empty)).toEqual({});
  });

  it('is said to be in use when another program keeps one of its tables', async () => {
    const other = new Client({ connectionString: databaseUrl() });
    await other.connect();
    await other.query('BEGIN; LOCK TABLE wave IN ROW EXCLUSIVE MODE');
    await expect(restore(backup.file, databaseUrl(), { formerFile: newFile() })).rejects.toThrow(
      /^Un autre programme se sert de la base, où rien n’a été changé : arrêtez le site, puis recommencez\.$/,
    );
    await other.end();
  });

  it('is as it was when it stops half-way', async () => {
    const before = await contentsOf(databaseUrl());
    const other = new Client({ connectionString: databaseUrl() });
    await other.connect();
    await other.query('BEGIN; LOCK TABLE wave IN ROW EXCLUSIVE MODE');
    const client = new Client({ connectionString: databaseUrl() });
    client.on('error', () => {});
    await client.connect();
    const restorable = await openRestorable(backup.file, MIGRATIONS);
    const restored = restoreDump(client, restorable, { formerFile: newFile(), secret: TEST_SECRET }).catch(
      (error: unknown) => error,
    );
    const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await expect.poll(async () => (await other.query(end)).rowCount, { timeout: 10_000 }).toBe(1);
    expect(await restored).toMatchObject({
      name: 'BackupError',
      message: expect.stringMatching(/^La connexion à la base s’est coupée, et ce qui n’était pas fini y est défait/),
    });
    await client.end().catch(() => {});
    await other.end();
    expect(await contentsOf(databaseUrl())).toEqual(before);
  });
});

describe('a backup that cannot be written', { timeout: 180_000 }, () => {
  it('is never written over a file', async () => {
    const there = newFile();
    writeFileSync(there, 'precious');
    await expect(dump(databaseUrl(), there)).rejects.toThrow(/existe déjà et reste tel quel/);
    const inTheMaking = newFile();
    writeFileSync(`${inTheMaking}.partial`, 'precious');
    await expect(dump(databaseUrl(), inTheMaking)).rejects.toThrow(/une autre copie y est en cours/);
    expect([there, `${inTheMaking}.partial`].map((name) => readFileSync(name, 'utf8'))).toEqual([
      'precious',
      'precious',
    ]);
    expect(existsSync(inTheMaking)).toBe(false);
  });

  it('says so when the folder is not there, and of an empty database', async () => {
    await expect(dump(databaseUrl(), '/nowhere/x.dump')).rejects.toThrow(
      /^La sauvegarde ne peut pas être écrite dans \/nowhere\/x\.dump : ce chemin n’existe pas\.$/,
    );
    await expect(dump(databaseUrl(), `/tmp/${'a'.repeat(300)}`)).rejects.toThrow(/ce nom est trop long/);
    const nothing = newFile();
    await expect(dump(backup.empty, nothing)).rejects.toThrow(/ne contient rien du site : il n’y a rien à sauvegarder/);
    expect(existsSync(nothing) || existsSync(`${nothing}.partial`)).toBe(false);
  });

  const disk = mkdtempSync(path.join(os.tmpdir(), 'full-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'none', disk]).status === 0;
  afterAll(() => {
    if (isMounted) spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  // Only root can make a disk that is full at once.
  it.skipIf(!isMounted)(
    'says that the disk is full, leaves nothing half-written there, and its connection serves on',
    async () => {
      await run(
        databaseUrl(),
        `UPDATE structure SET editorial_note = (SELECT string_agg(md5(n::text), '') FROM generate_series(1, 200000) n)`,
      );
      await withClient(databaseUrl(), async (client) => {
        await expect(dumpDatabase(client, { file: path.join(disk, 'x.dump'), secret: TEST_SECRET })).rejects.toThrow(
          /x\.dump : le disque est plein\.$/,
        );
        expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
      });
      expect(readdirSync(disk)).toEqual([]);
    },
  );

  it('leaves nothing when it is interrupted', async () => {
    const interrupted = newFile();
    const stopping = new AbortController();
    stopping.abort();
    await withClient(databaseUrl(), (client) =>
      expect(dumpDatabase(client, { file: interrupted, secret: TEST_SECRET, signal: stopping.signal })).rejects.toThrow(
        /abort/,
      ),
    );
    expect(existsSync(interrupted) || existsSync(`${interrupted}.partial`)).toBe(false);
  });
});
