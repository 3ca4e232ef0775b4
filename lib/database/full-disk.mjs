// Built-ins only: the installer reads this before anything is installed.
import { innerErrors } from '../undocumented/inner-errors.mjs';

/** PostgreSQL's class, and the system's: no room on the disk, or none left for this account. */
const CODES = new Set(['53100', 'ENOSPC', 'EDQUOT']);
/** What the programs print that we run, PostgreSQL's, npm and the build, in their own language or the system's. */
const PRINTED = /no space left on device|disk quota exceeded|\b53100\b/i;

const codesOf = ({ code, originalCode }) => [code, originalCode];

/** Whether an error says that the disk is full, the server's or the database's. Watching too many files has the same code. */
export const isFullDisk = (error) =>
  innerErrors(error).some((value) => value.syscall !== 'watch' && codesOf(value).some((code) => CODES.has(code)));

/** The line that tells it, of the message or of what a program printed. */
function printedLine(error) {
  const lines = innerErrors(error).flatMap(({ message, stderr }) => `${message ?? ''}\n${stderr ?? ''}`.split('\n'));
  return lines.find((line) => PRINTED.test(line))?.trim();
}

/** For whoever runs the site: what happened and what to do, in French, with the place where it was met. Null for another error. */
export function fullDiskSentence(error) {
  const line = printedLine(error);
  if (line === undefined && !isFullDisk(error)) return null;
  return `Le disque est plein : libérez de la place, puis recommencez. Ce qui était enregistré n’est pas perdu.${line ? `\n${line}` : ''}`;
}
