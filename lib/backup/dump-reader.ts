import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BackupError, fileRefusal } from './backup-error';
import { END_OF_ROWS } from './format';

/** A header names some tens of tables: longer, the line is of something else. */
const LONGEST_LINE = 1_000_000;
const END_BETWEEN_ROWS = `\n${END_OF_ROWS}`;

type DumpReader = {
  line: () => Promise<string>;
  rows: () => AsyncGenerator<Buffer>;
  isOver: () => Promise<boolean>;
  close: () => void;
};

export const damaged = (file: string): BackupError =>
  new BackupError(
    `${file} est incomplet ou abîmé : rien n’a été écrit. Prenez une autre sauvegarde, ou copiez de nouveau celle-ci.`,
  );

export const foreign = (file: string): BackupError =>
  new BackupError(
    `${file} n’est pas une sauvegarde de ce site, ou est abîmé dès son début : rien n’a été écrit. Donnez un fichier fait par « npm run db:dump ».`,
  );

/** Throws BackupError for what is wrong with the file. */
export function openDump(file: string): DumpReader {
  // What goes wrong in the file ends the iteration below.
  const text = pipeline(createReadStream(file), createGunzip(), () => {});
  const pieces: AsyncIterator<Buffer> = text[Symbol.asyncIterator]();
  let pending: Buffer = Buffer.alloc(0);
  let hasBegun = false;

  function readingError(error: unknown) {
    const refusal = fileRefusal(error);
    if (refusal) return new BackupError(`La sauvegarde ${file} ne peut pas être lue : ${refusal}.`, { cause: error });
    const isOfGzip = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
    if (!isOfGzip) return error;
    return hasBegun ? damaged(file) : foreign(file);
  }

  async function readMore(): Promise<boolean> {
    const { value, done } = await pieces.next().catch((error: unknown) => {
      throw readingError(error);
    });
    if (done) return false;
    hasBegun = true;
    pending = pending.length === 0 ? value : Buffer.concat([pending, value]);
    return true;
  }

  function take(length: number): Buffer {
    const taken = pending.subarray(0, length);
    pending = pending.subarray(length);
    return taken;
  }

  return {
    async line() {
      let end = pending.indexOf('\n');
      while (end < 0 && pending.length < LONGEST_LINE && (await readMore())) end = pending.indexOf('\n');
      if (end < 0) throw damaged(file);
      return take(end + 1).toString('utf8', 0, end);
    },
    async *rows() {
      while (true) {
        if (pending.indexOf(END_OF_ROWS) === 0) {
          take(END_OF_ROWS.length);
          return;
        }
        const end = pending.indexOf(END_BETWEEN_ROWS);
        const whole = (end < 0 ? pending.lastIndexOf('\n') : end) + 1;
        if (whole > 0) yield take(whole);
        else if (!(await readMore())) throw damaged(file);
      }
    },
    isOver: async () => pending.length === 0 && !(await readMore()),
    close: () => text.destroy(),
  };
}
