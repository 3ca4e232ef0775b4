// Built-ins only: the installer reads this before anything is installed.
import { innerErrors } from '../undocumented/inner-errors.mjs';

const CODES = new Set(['53100', 'ENOSPC', 'EDQUOT']);
/** What PostgreSQL's programs, npm and the build print, in their own language or the system's. */
const PRINTED = /no space left on device|disk quota exceeded|\b53100\b/i;

const codesOf = ({ code, originalCode }) => [code, originalCode];

/** Watching too many files has the same code. */
export const isFullDisk = (error) =>
  innerErrors(error).some((value) => value.syscall !== 'watch' && codesOf(value).some((code) => CODES.has(code)));

function printedLine(error) {
  const lines = innerErrors(error).flatMap(({ message, stderr }) => `${message ?? ''}\n${stderr ?? ''}`.split('\n'));
  return lines.find((line) => PRINTED.test(line))?.trim();
}

export function fullDiskSentence(error) {
  const line = printedLine(error);
  if (line === undefined && !isFullDisk(error)) return null;
  return `Le disque est plein : libérez de la place, puis recommencez. Ce qui était enregistré n’est pas perdu.${line ? `\n${line}` : ''}`;
}
