import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BackupError } from '@/lib/backup/backup-error';
import { checkDump } from '@/lib/backup/read-dump';
import { contentsOf, MIGRATIONS, newFile, restore, useBackup } from '../support/backups';

const backup = useBackup();

function written(content: Buffer | string): string {
  const other = newFile();
  writeFileSync(other, content);
  return other;
}

const rewritten = (change: (text: string) => string) =>
  written(gzipSync(change(gunzipSync(readFileSync(backup.file)).toString())));

/** Throws any other error, and where anything was written. */
async function refusalOf(other: string, options: Parameters<typeof restore>[2] = {}): Promise<string> {
  const sentence = await restore(other, backup.empty, options).then(
    () => 'accepted',
    (error: unknown) => {
      if (error instanceof BackupError) return error.message;
      throw error;
    },
  );
  const left = Object.keys(await contentsOf(backup.empty));
  if (left.length > 0) throw new Error(`Refused with « ${sentence} », and yet there is ${left.join(', ')}`);
  return sentence;
}

function otherMigrations(change: (folder: string) => void): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'other-'));
  cpSync(MIGRATIONS, folder, { recursive: true });
  change(folder);
  return folder;
}

describe('a file that is not a whole backup', () => {
  it('is refused in one sentence when it is of another program', async () => {
    for (const content of [
      '',
      'PGDMP',
      '-- PostgreSQL database dump\n',
      gzipSync('-- PostgreSQL database dump\n\nSET x = 1;\n'),
      gzipSync('{"kind":"other","format":1}\n'),
    ]) {
      expect(await refusalOf(written(content))).toMatch(
        /n’est pas une sauvegarde de ce site, [^\n]*rien n’a été écrit[^\n]*npm run db:dump ».$/,
      );
    }
  });

  it('is refused when it was cut anywhere, even between two tables, or goes on', async () => {
    const whole = readFileSync(backup.file);
    const cuts = [5, 100, Math.floor(whole.length / 2), whole.length - 9, whole.length - 1];
    for (const other of [
      ...cuts.map((length) => written(whole.subarray(0, length))),
      rewritten((text) => text.slice(0, text.indexOf('\n\\.\n') + 4)),
      rewritten((text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)),
      rewritten((text) => `${text}more\n`),
    ]) {
      expect(await refusalOf(other)).toMatch(/abîmé[^\n]* : rien n’a été écrit\.[^\n]+$/);
    }
  });

  it('is refused whichever bit is flipped, or reads as it was: a few bits of gzip say nothing of what is inside', async () => {
    const whole = readFileSync(backup.file);
    const right = await checkDump(backup.file);
    const step = Math.ceil(whole.length / 300);
    const offsets = [...whole.keys()].filter((at) => at < 30 || at >= whole.length - 30 || at % step === 0);
    const other = newFile();
    const wrong: unknown[] = [];
    let refused = 0;
    for (const at of offsets) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(other, flipped);
      const read = await checkDump(other).catch((error: unknown) => error);
      const isSame = JSON.stringify(read) === JSON.stringify(right);
      if (read instanceof BackupError) refused += 1;
      else if (!isSame) wrong.push({ at, read });
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(offsets.length - 30);
  });

  it('is refused when a row, the header or the footer was changed and packed again', async () => {
    for (const change of [
      (text: string) => text.replace('Villeneuve', 'Villanueva'),
      (text: string) => text.replace('"columns":["code"', '"columns":["name"'),
      (text: string) => text.replace(/"rows":1,/, '"rows":2,'),
      (text: string) => text.replace('"migrations":[{', '"migrations":[{"more":1,'),
      (text: string) => text.replace('"tables":[{', '"tables":[1,{'),
      (text: string) => text.replace(/^(.*\n)/, '$1\\.\n'),
    ]) {
      const other = rewritten(change);
      expect(gunzipSync(readFileSync(other))).not.toEqual(gunzipSync(readFileSync(backup.file)));
      expect(await refusalOf(other)).toMatch(/est incomplet ou abîmé : rien n’a été écrit\./);
    }
  });

  it('is refused by its name when it cannot be read', async () => {
    expect(await refusalOf('/nowhere/x.dump')).toBe(
      'La sauvegarde /nowhere/x.dump ne peut pas être lue : ce chemin n’existe pas.',
    );
    expect(await refusalOf(MIGRATIONS)).toMatch(/ne peut pas être lue : c’est un dossier\.$/);
  });
});

describe('a backup that this program cannot take', () => {
  it('is refused when its format is of a version to come', async () => {
    const later = rewritten((text) => text.replace('"format":1', '"format":2'));
    expect(await refusalOf(later)).toMatch(
      /version plus récente du programme \(format 2, .*format 1\) : rien n’a été écrit\. Installez cette version/,
    );
  });

  it('is refused when it holds a migration that the program does not know, or knows in other words', async () => {
    const last = readdirSync(MIGRATIONS).findLast((name) => /^\d/.test(name)) ?? '';
    const older = otherMigrations((folder) => rmSync(path.join(folder, last), { recursive: true }));
    const edited = otherMigrations((folder) => writeFileSync(path.join(folder, last, 'migration.sql'), 'SELECT 1;'));
    const more = otherMigrations((folder) => {
      mkdirSync(path.join(folder, '20260101000000_before'));
      writeFileSync(path.join(folder, '20260101000000_before', 'migration.sql'), 'SELECT 1;');
    });
    const refusals: string[] = [];
    for (const migrations of [older, edited, more]) refusals.push(await refusalOf(backup.file, { migrations }));
    expect(refusals).toEqual([
      expect.stringContaining(
        `vient d’une version plus récente du programme (migration « ${last} ») : rien n’a été écrit`,
      ),
      expect.stringContaining(`avec d’autres migrations que celles de ce programme (« ${last} ») : rien n’a été écrit`),
      expect.stringContaining('avec d’autres migrations que celles de ce programme'),
    ]);
    for (const folder of [older, edited, more]) rmSync(folder, { recursive: true });
  });
});
