import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { BackupError } from './backup-error';
import { damaged, foreign, openDump } from './dump-reader';
import { anyHeader, END_OF_ROWS, FORMAT, type Footer, footer, type Header, header } from './format';
import { isSame, startTally } from './tally';

export type Dump = { header: Header; footer: Footer };
type TakeRows = (table: Header['tables'][number], rows: AsyncIterable<Buffer>) => Promise<void>;

function parseLine<Schema extends z.ZodType>(line: string, schema: Schema): z.infer<Schema> | null {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

function parseHeader(line: string, file: string): Header {
  const beginning = parseLine(line, anyHeader);
  if (!beginning) throw foreign(file);
  if (beginning.format > FORMAT) {
    throw new BackupError(
      `${file} vient d’une version plus récente du programme (format ${beginning.format}, et celle-ci lit le format ${FORMAT}) : rien n’a été écrit. Installez cette version, puis recommencez.`,
    );
  }
  const parsed = parseLine(line, header);
  if (!parsed) throw damaged(file);
  return parsed;
}

/** Until it returns, believe nothing of what it gave. Throws BackupError unless all agrees with the last line. */
export async function readDump(file: string, takeRows: TakeRows): Promise<Dump> {
  const reader = openDump(file);
  try {
    const firstLine = await reader.line();
    const whole = createHash('sha256').update(`${firstLine}\n`);
    const read = parseHeader(firstLine, file);
    const tallies: Footer['tables'] = {};
    for (const table of read.tables) {
      const tally = startTally();
      async function* counted() {
        for await (const rows of reader.rows()) {
          whole.update(rows);
          tally.add(rows);
          yield rows;
        }
      }
      await takeRows(table, counted());
      whole.update(END_OF_ROWS);
      tallies[table.name] = tally.end();
    }
    const last = parseLine(await reader.line(), footer);
    const agrees =
      last !== null &&
      last.sha256 === whole.digest('hex') &&
      Object.entries(tallies).every(([name, tally]) => isSame(tally, last.tables[name])) &&
      (await reader.isOver());
    if (!agrees) throw damaged(file);
    return { header: read, footer: last };
  } finally {
    reader.close();
  }
}

export const checkDump = (file: string): Promise<Dump> =>
  readDump(file, async (_table, rows) => {
    for await (const _ of rows);
  });
