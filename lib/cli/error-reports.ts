import { stripVTControlCharacters } from 'node:util';
import { isWritten, logUnexpectedError, warningLine } from '@/lib/http/error-log';
import type { ErrorReporter } from '@/lib/http/error-reporter';
import { rememberError } from '@/lib/http/failure';

/** Next prints an error before or after it reports it with its route: the report has this long to come first. */
const REPORT_WITHIN_MS = 50;

/** Next writes a sign in a cell of its own before some sentences. */
const LONGEST_SIGN = 3;

function sentenceOf(values: unknown[]): string {
  const texts = values
    .filter((value) => typeof value === 'string')
    .map((text) => stripVTControlCharacters(text).trim());
  return texts.find((text) => text.length > LONGEST_SIGN) ?? '';
}

function writeOneLine(...values: unknown[]) {
  const error = values.find((value) => value instanceof Error);
  if (error === undefined) {
    process.stdout.write(`${warningLine(sentenceOf(values), new Date())}\n`);
  } else if (!isWritten(error)) {
    setTimeout(() => logUnexpectedError(error), REPORT_WITHIN_MS);
  }
}

const silent = () => {};

/** Without the values of the request that Next repeats, nor its progress: the launcher says what the operator needs. */
export function quietConsole(): void {
  Object.assign(console, { log: silent, info: silent, debug: silent, warn: writeOneLine, error: writeOneLine });
}

export function installErrorReporter(): void {
  // Told on that same stream, the loss of whoever reads it would be told without end.
  process.stdout.on('error', silent);
  const shared = globalThis as typeof globalThis & { fabriquesErrorReporter?: ErrorReporter };
  shared.fabriquesErrorReporter = (error, context) => {
    logUnexpectedError(error, context);
    rememberError(error);
  };
}
