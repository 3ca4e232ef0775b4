import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ClientBase } from 'pg';
import { readApplied } from '@/lib/database/migrations';
import { BackupError, fileRefusal } from './backup-error';
import { END_OF_ROWS, type Footer, newHeader, secretMark } from './format';
import { copyOut, isCarried, readCounters, readTables } from './tables';
import { startTally } from './tally';
import { inTransaction } from './transaction';

type DumpOptions = {
  file: string;
  /** AUTH_SECRET, of which the file keeps the mark alone. */
  secret: string;
  signal?: AbortSignal;
};

async function* write(client: ClientBase, secret: string, done: (footer: Footer) => void) {
  const tables = (await readTables(client)).filter(isCarried);
  const migrations = await readApplied(client);
  if (migrations.length === 0) {
    throw new BackupError(
      'Cette base ne contient rien du site : il n’y a rien à sauvegarder. Vérifiez DATABASE_URL, ou le dossier d’où part la commande.',
    );
  }
  const whole = createHash('sha256');
  const hashed = (piece: string | Buffer) => {
    whole.update(piece);
    return piece;
  };
  const header = newHeader({
    writtenAt: new Date().toISOString(),
    secret: secretMark(secret),
    migrations,
    tables: tables.map(({ name, columns }) => ({ name, columns })),
    counters: await readCounters(client),
  });
  yield hashed(`${JSON.stringify(header)}\n`);
  const tallies: Footer['tables'] = {};
  for (const table of tables) {
    const tally = startTally();
    for await (const rows of copyOut(client, table)) {
      tally.add(rows);
      yield hashed(rows);
    }
    yield hashed(END_OF_ROWS);
    tallies[table.name] = tally.end();
  }
  const footer = { tables: tallies, sha256: whole.digest('hex') };
  yield `${JSON.stringify(footer)}\n`;
  done(footer);
}

/** Bears its name once it is whole and on disk; its owner alone reads it. Throws BackupError. */
export async function writeDump(client: ClientBase, { file, secret, signal }: DumpOptions): Promise<Footer> {
  if (existsSync(file))
    throw new BackupError(`${file} existe déjà et reste tel quel : donnez un autre nom à la sauvegarde.`);
  const partial = `${file}.partial`;
  let isOurs = false;
  try {
    const handle = await open(partial, 'wx', 0o600);
    isOurs = true;
    let footer: Footer | undefined;
    const text = write(client, secret, (written) => {
      footer = written;
    });
    await pipeline(Readable.from(text), createGzip(), handle.createWriteStream({ flush: true }), { signal });
    if (!footer) throw new Error('The backup ended before its footer');
    await rename(partial, file);
    return footer;
  } catch (error) {
    if (isOurs) await rm(partial, { force: true });
    const refusal = fileRefusal(error);
    if (refusal)
      throw new BackupError(`La sauvegarde ne peut pas être écrite dans ${file} : ${refusal}.`, { cause: error });
    throw error;
  }
}

export const dumpDatabase = (client: ClientBase, options: DumpOptions): Promise<Footer> =>
  inTransaction(client, 'ISOLATION LEVEL REPEATABLE READ READ ONLY', () => writeDump(client, options));
