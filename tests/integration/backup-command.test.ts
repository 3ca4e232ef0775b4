import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDump } from '@/lib/backup/read-dump';
import { copyNightly } from '@/lib/cli/nightly-copy';
import { databaseAt, withClient } from '@/lib/cli/scratch';
import { databaseUrl } from '@/lib/database/db';
import { acquireDatabase } from '@/lib/database/embedded';
import { contentsOf, dump, MIGRATIONS, newFile, useSmallDirectory, withoutItsLine } from '../support/backups';
import { removeDataFolder } from '../support/data-folder';
import { TEST_SECRET } from '../support/launcher';
import { ROOT } from '../support/templates';

const DATA = `backup-command-${process.pid}`;
const HOME = path.join(ROOT, '.data', DATA);

useSmallDirectory();
beforeAll(async () => {
  await withClient(databaseUrl(), (client) =>
    client.query(`INSERT INTO "user" (id, name, email, role) VALUES ('u', 'Personne', 'personne@exemple.fr', 'editor');
      INSERT INTO two_factor (user_id, secret, backup_codes) VALUES ('u', 'sealed', 'sealed')`),
  );
});
afterAll(() => removeDataFolder(DATA));

async function command(words: string[], settings: Record<string, string> = {}) {
  const { DATABASE_URL: _, AUTH_SECRET: __, INIT_CWD: ___, ...env } = process.env;
  const args = [path.join(ROOT, 'lib', 'cli', 'main.mjs'), ...words, `--data=${DATA}`];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, env: { ...env, ...settings } });
    return stdout;
  } catch (error) {
    return error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  }
}

const keptIn = (said: string) => /est gardé dans (.*before-restore-.*\.dump)\./.exec(said)?.[1] ?? '';

describe('npm run db:dump and db:restore', { timeout: 300_000 }, () => {
  it('carry the embedded database and back, name the secret, and take nothing while the site runs', async () => {
    const { file } = await dump(databaseUrl());
    const said = await command(['db:restore', file]);
    expect(said).toMatch(
      /Base restaurée comme elle était le .* : 1 structure, \d+ lignes de \d+ tables, relues et comparées/,
    );
    expect(said).toContain('Les sessions et les liens d’accès ne sont pas rétablis : chacun se connecte de nouveau');
    expect(said).toMatch(
      new RegExp(
        `AUTH_SECRET n’est pas celui de la sauvegarde : avant de démarrer, .*${path.join(HOME, 'auth-secret')}`,
      ),
    );
    writeFileSync(path.join(HOME, 'auth-secret'), TEST_SECRET);

    const copy = newFile();
    expect(await command(['db:dump', path.basename(copy)], { INIT_CWD: path.dirname(copy) })).toContain(
      `Sauvegarde écrite dans ${copy} : 1 structure`,
    );
    expect(await command(['db:restore', copy])).toMatch(/contient déjà des données : .*--replace/);

    const site = await acquireDatabase(ROOT, { name: DATA, siteUrl: 'http://localhost:4250' });
    const before = await contentsOf(site.url);
    expect(await command(['db:restore', copy, '--replace'])).toMatch(
      /^Le site tourne sur cette base \(http:\/\/localhost:4250\) : rien n’a été écrit\. Arrêtez-le/,
    );
    expect(await command(['db:dump', newFile()])).toContain('Sauvegarde écrite');
    expect(await contentsOf(site.url)).toEqual(before);
    await site.release();

    const replaced = await command(['db:restore', copy, '--replace']);
    expect(replaced).toContain('AUTH_SECRET est celui de la sauvegarde');
    const kept = keptIn(replaced);
    expect((await checkDump(kept)).footer.tables.audit_entry?.rows).toBe(2);
    rmSync(kept);
  });

  it('carry a database of the operator, with its secret', async () => {
    const settings = { DATABASE_URL: databaseUrl(), AUTH_SECRET: TEST_SECRET };
    const before = await contentsOf(databaseUrl());
    const copy = newFile();
    await command(['db:dump', copy], settings);
    const replaced = await command(['db:restore', copy, '--replace'], settings);
    expect(replaced).toContain('AUTH_SECRET est celui de la sauvegarde');
    rmSync(keptIn(replaced));
    expect(await withoutItsLine(databaseUrl())).toEqual({ contents: before, lines: 1 });
    const other = { ...settings, AUTH_SECRET: `another ${TEST_SECRET}` };
    const elsewhere = await command(['db:restore', copy, '--replace'], other);
    expect(elsewhere).toMatch(
      /AUTH_SECRET n’est pas celui de la sauvegarde : avant de démarrer, rendez au site celui d’origine, avec AUTH_SECRET, sinon/,
    );
    rmSync(keptIn(elsewhere));
  });

  it('ask for what they need in one sentence, and start nothing before', async () => {
    const sentence = /^Indiquez une sauvegarde, par exemple : npm run db:restore -- sauvegarde\.dump\n$/;
    for (const words of [[], ['a', 'b'], ['--remplace', 'a'], ['--replace']])
      expect(await command(['db:restore', ...words])).toMatch(sentence);
    for (const words of [['a', 'b'], ['--replace']])
      expect(await command(['db:dump', ...words])).toMatch(/^Indiquez au plus un fichier à écrire, [^\n]+\n$/);
    expect(await command(['db:restore', '/nowhere/x.dump'])).toBe(
      'La sauvegarde /nowhere/x.dump ne peut pas être lue : ce chemin n’existe pas.\n',
    );
    expect(
      await command(['db:dump', newFile()], {
        DATABASE_URL: databaseAt(databaseUrl(), 'none'),
        AUTH_SECRET: TEST_SECRET,
      }),
    ).toMatch(/^La base « none » indiquée par DATABASE_URL [^\n]+\n$/);
  });

  it('are what the copy of each night is made by', async () => {
    const home = path.join(mkdtempSync(path.join(os.tmpdir(), 'nightly-')), 'postgres');
    const folder = path.join(path.dirname(home), 'backups');
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const stop = copyNightly(ROOT, home);
    await vi.advanceTimersByTimeAsync(60_000);
    const copies = () => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.dump')) : []);
    await expect.poll(copies, { timeout: 120_000 }).toHaveLength(1);
    await stop();
    const { header, footer } = await checkDump(path.join(folder, copies()[0] ?? ''));
    expect(header.migrations.length).toBe(readdirSync(MIGRATIONS).length - 1);
    expect(footer.tables.structure?.rows).toBe(1);
    rmSync(path.dirname(home), { recursive: true });
  });
});
