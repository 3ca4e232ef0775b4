import { rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ClientBase, escapeIdentifier } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { applyWithin, lockMigrations, type Migration, readMigrations } from '@/lib/database/migrations';
import { BackupError } from './backup-error';
import { writeDump } from './dump';
import { damaged } from './dump-reader';
import type { Header } from './format';
import { checkDump, type Dump, readDump } from './read-dump';
import { columnList, copyOut, readTables, type Table } from './tables';
import { isSame, startTally } from './tally';
import { bringToLevel, emptyTables, enableTriggers, holdsRows, lockTables, refuseForeignObjects } from './target';
import { inTransaction } from './transaction';

/** Read whole once; its own migrations are the first of this program's. */
export type Restorable = Dump & { file: string; migrations: Migration[] };

type RestoreOptions = {
  /** Null refuses a database that holds anything. */
  formerFile: string | null;
  secret: string;
};

/** Throws BackupError for a file that is not whole, or beyond this program. */
export async function openRestorable(file: string, migrationsFolder: string): Promise<Restorable> {
  const dump = await checkDump(file);
  const migrations = await readMigrations(migrationsFolder);
  for (const [rank, { name, checksum }] of dump.header.migrations.entries()) {
    if (migrations[rank]?.name === name && migrations[rank].checksum === checksum) continue;
    throw new BackupError(
      migrations.some((one) => one.name === name)
        ? `${file} a été fait avec d’autres migrations que celles de ce programme (« ${name} ») : rien n’a été écrit. Installez la version du programme qui l’a fait.`
        : `${file} vient d’une version plus récente du programme (migration « ${name} ») : rien n’a été écrit. Installez cette version, puis recommencez.`,
    );
  }
  return { ...dump, file, migrations };
}

async function keepFormer(client: ClientBase, migrations: Migration[], { formerFile, secret }: RestoreOptions) {
  const tables = await readTables(client);
  await lockTables(client, tables);
  const isEmpty = !(await holdsRows(client, tables));
  if (!isEmpty && formerFile === null) {
    throw new BackupError(
      'La base contient déjà des données : rien n’a été écrit. Pour les remplacer par celles de la sauvegarde, ajoutez « --replace » à la commande ; elles seront d’abord gardées dans un fichier.',
    );
  }
  await refuseForeignObjects(client, migrations);
  if (isEmpty || formerFile === null) return null;
  await writeDump(client, { file: formerFile, secret });
  return formerFile;
}

async function loadRows(client: ClientBase, tables: Table[], { file, footer }: Restorable) {
  const again = await readDump(file, async ({ name, columns }, rows) => {
    const into = `COPY ${escapeIdentifier(name)} (${columnList(columns)}) FROM STDIN`;
    await pipeline(Readable.from(rows), client.query(copyFrom(into)));
  });
  if (again.footer.sha256 !== footer.sha256) throw damaged(file);
  for (const table of tables) {
    const written = footer.tables[table.name];
    if (written === undefined) continue;
    const tally = startTally();
    for await (const rows of copyOut(client, table)) tally.add(rows);
    if (!isSame(tally.end(), written)) {
      throw new BackupError(
        `La table « ${table.name} » ne se relit pas comme dans la sauvegarde : rien n’a été changé.`,
      );
    }
  }
}

async function setCounters(client: ClientBase, counters: Header['counters']) {
  for (const { table, column, last } of counters) {
    await client.query('SELECT setval(pg_get_serial_sequence($1, $2), $3)', [escapeIdentifier(table), column, last]);
  }
}

async function tell(client: ClientBase, { writtenAt }: Header) {
  await client.query(
    `INSERT INTO audit_entry (origin, action, subject_kind, subject_id, after)
     SELECT 'terminal', 'data.restored', 'data', 'backup', jsonb_build_object('writtenAt', $1::text, 'structures', count(*))
     FROM structure`,
    [writtenAt],
  );
  await client.query(`SELECT pg_notify('directory_changed', '')`);
}

async function replaceContents(client: ClientBase, backup: Restorable) {
  const { header, migrations } = backup;
  const own = header.migrations.length;
  await bringToLevel(client, migrations.slice(0, own));
  const tables = await emptyTables(client, header);
  await loadRows(client, tables, backup);
  await setCounters(client, header.counters);
  await enableTriggers(client, tables);
  await applyWithin(client, migrations.slice(own));
  await tell(client, header);
  await client.query('ANALYZE');
}

/** Returns where the former content was kept. Throws BackupError or MigrationError; nothing has changed then. */
export async function restoreDump(
  client: ClientBase,
  backup: Restorable,
  options: RestoreOptions,
): Promise<string | null> {
  const { migrations } = backup;
  return inTransaction(client, 'READ WRITE', async () => {
    await lockMigrations(client);
    const formerFile = await keepFormer(client, migrations, options);
    await replaceContents(client, backup).catch((error: unknown) => {
      // What it holds is still where it was: a copy of every password hash has no use.
      if (formerFile !== null) rmSync(formerFile, { force: true });
      throw error;
    });
    return formerFile;
  });
}
