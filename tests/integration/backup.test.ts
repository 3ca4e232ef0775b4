import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { readSession } from '@/lib/auth/session';
import { enterWithCode, enterWithPassword } from '@/lib/auth/sign-in';
import { totpCode } from '@/lib/auth/totp';
import { withClient } from '@/lib/cli/scratch';
import { databaseUrl, getDb } from '@/lib/database/db';
import { factWords, subjectWords } from '@/lib/journal/labels';
import { unseal } from '@/lib/secrets/seal';
import { confirmSecondFactor, startSecondFactor } from '@/lib/users/account/commands';
import { resetSecondFactor } from '@/lib/users/commands';
import { contentsOf, dump, MIGRATIONS, newFile, restore, useSmallDirectory, withoutItsLine } from '../support/backups';
import { addUser, cookiesOf, PASSWORD, seen, signInAs } from '../support/office';
import { createEmptyDatabase, createTestDatabase } from '../support/test-database';

useSmallDirectory();

const ask = (url: string, question: string) => withClient(url, async (client) => (await client.query(question)).rows);

function laterMigrations(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'later-'));
  cpSync(MIGRATIONS, folder, { recursive: true });
  mkdirSync(path.join(folder, '29990101000000_later'));
  writeFileSync(
    path.join(folder, '29990101000000_later', 'migration.sql'),
    `ALTER TABLE wave ADD COLUMN later text; UPDATE wave SET later = 'yes'; CREATE TABLE later (id integer PRIMARY KEY); INSERT INTO later VALUES (1);`,
  );
  return folder;
}

describe('a backup', { timeout: 180_000 }, () => {
  it('gives an empty database every row of the real directory as it was, and the numbers that come next', async () => {
    const from = await createTestDatabase('seeded');
    const { file, footer } = await dump(from);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(footer.tables.structure?.rows).toBe(382);
    const to = await createEmptyDatabase();
    expect(await restore(file, to)).toBeNull();
    expect(await withoutItsLine(to)).toEqual({ contents: await contentsOf(from), lines: 1 });
    const counters = `SELECT sequencename, last_value FROM pg_sequences WHERE sequencename <> 'audit_entry_id_seq' ORDER BY 1`;
    expect(await ask(to, counters)).toEqual(await ask(from, counters));
    const [last] = await ask(from, 'SELECT max(id)::int AS id FROM audit_entry');
    expect(await ask(to, 'SELECT max(id)::int AS id FROM audit_entry')).toEqual([{ id: last.id + 1 }]);
  });

  it('leaves the same schema as a start, its triggers at work and its journal closed', async () => {
    const { file } = await dump(databaseUrl());
    const to = await createEmptyDatabase();
    await restore(file, to);
    for (const question of [
      `SELECT migration_name, checksum FROM _prisma_migrations ORDER BY 1`,
      `SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`,
      `SELECT conrelid::regclass::text, conname, convalidated FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
    ]) {
      expect(await ask(to, question)).toEqual(await ask(databaseUrl(), question));
    }
    await expect(ask(to, 'TRUNCATE audit_entry')).rejects.toThrow(/never rewritten/);
    await ask(to, `UPDATE structure SET archived_at = now()`);
    expect(await ask(to, 'SELECT count(*)::int AS rows FROM structure_tally')).toEqual([{ rows: 0 }]);
  });

  it('brings back second factors that open and no session, in place of what is kept in a file first', async () => {
    const user = await addUser('editor');
    const headers = await signInAs(user);
    const who = await readSession(headers);
    if (!who) throw new Error('no session');
    await startSecondFactor(who);
    const { secret } = await getDb().twoFactor.findUniqueOrThrow({ where: { userId: user.id } });
    const opened = await unseal(secret);
    await confirmSecondFactor(await totpCode(opened, new Date()), who);
    const { file } = await dump(databaseUrl());

    await resetSecondFactor(await seen(user), await addUser('administrator'));
    expect((await enterWithPassword(user.email, PASSWORD, new Headers())).outcome).toBe('in');
    const lost = await contentsOf(databaseUrl());
    const formerFile = newFile();
    expect(await restore(file, databaseUrl(), { formerFile })).toBe(formerFile);

    expect(await readSession(headers)).toBeNull();
    const entry = await enterWithPassword(user.email, PASSWORD, new Headers());
    expect(entry.outcome).toBe('second-factor');
    expect((await enterWithCode(await totpCode(opened, new Date(Date.now() + 30_000)), cookiesOf(entry))).outcome).toBe(
      'in',
    );

    const to = await createEmptyDatabase();
    await restore(formerFile, to);
    expect((await withoutItsLine(to)).contents).toEqual(lost);
  });

  it('tells the journal that it was restored, and every site that listens', async () => {
    const { file } = await dump(databaseUrl());
    const listener = new Client({ connectionString: databaseUrl() });
    const heard: string[] = [];
    listener.on('notification', ({ channel }) => heard.push(channel));
    await listener.connect();
    await listener.query('LISTEN directory_changed');
    await restore(file, databaseUrl(), { formerFile: newFile() });
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThan(0);
    await listener.end();
    const entry = await getDb().auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(entry).toMatchObject({ action: 'data.restored', origin: 'terminal', actorId: null });
    expect(subjectWords(entry)).toBe('toutes les données');
    const after = { writtenAt: '2026-11-29T02:00:00.000Z', structures: 1 };
    expect(Object.keys(entry.after ?? {}).toSorted()).toEqual(Object.keys(after).toSorted());
    expect(factWords({ subjectKind: entry.subjectKind, before: null, after }, new Map())).toEqual([
      { field: 'sauvegarde du', before: null, after: '29 novembre 2026 à 3\u00A0h\u00A000' },
      { field: 'structures', before: null, after: '1' },
    ]);
  });

  it('is one instant of a database that is written meanwhile', async () => {
    const writing = { isOver: false, times: 0 };
    const write = withClient(databaseUrl(), async (client) => {
      while (!writing.isOver) {
        writing.times += 1;
        await client.query('BEGIN');
        await client.query(`UPDATE commune_alias SET name = '${writing.times}'`);
        await sleep(1);
        await client.query(`UPDATE wave SET note = '${writing.times}' WHERE rank = 1`);
        await client.query(
          `INSERT INTO structure (slug, name, commune_code, published_at) VALUES ('written-${writing.times}', 'Lieu', '59009', now())`,
        );
        await client.query('COMMIT');
      }
    });
    const files: string[] = [];
    for (let time = 0; time < 3; time += 1) files.push((await dump(databaseUrl())).file);
    writing.isOver = true;
    await write;
    expect(writing.times).toBeGreaterThan(3);
    for (const file of files) {
      const to = await createEmptyDatabase();
      await restore(file, to);
      const [counted] = await ask(
        to,
        `SELECT (SELECT array_agg(DISTINCT name) FROM commune_alias WHERE name ~ '^[0-9]+$') AS aliases,
           (SELECT array[note] FROM wave WHERE rank = 1 AND note ~ '^[0-9]+$') AS notes,
           (SELECT array[count(*)::text] FROM structure WHERE slug LIKE 'written-%' HAVING count(*) > 0) AS written,
           (SELECT count(*)::int FROM structure WHERE published_at IS NOT NULL AND archived_at IS NULL) AS public,
           (SELECT sum(structures)::int FROM structure_tally) AS tallied`,
      );
      expect(counted.notes).toEqual(counted.aliases);
      expect(counted.written).toEqual(counted.aliases);
      expect(counted.tallied).toBe(counted.public);
    }
  });

  it('of an earlier version is loaded at its level, then brought to this one, over a newer database too', async () => {
    const { file } = await dump(databaseUrl());
    const migrations = laterMigrations();
    const to = await createEmptyDatabase();
    await restore(file, to, { migrations });
    const later = 'SELECT (SELECT count(*)::int FROM later) AS one, array_agg(DISTINCT later) AS all FROM wave';
    expect(await ask(to, later)).toEqual([{ one: 1, all: ['yes'] }]);

    await ask(to, `UPDATE wave SET later = 'written since'`);
    const formerFile = newFile();
    await restore(file, to, { migrations, formerFile });
    expect(await ask(to, later)).toEqual([{ one: 1, all: ['yes'] }]);
    await restore(formerFile, to, { migrations, formerFile: newFile() });
    expect(await ask(to, later)).toEqual([{ one: 1, all: ['written since'] }]);
    rmSync(migrations, { recursive: true });
  });
});
