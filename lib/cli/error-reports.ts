import { digestOf, isWritten, logUnexpectedError } from '@/lib/http/error-log';
import type { ErrorReporter } from '@/lib/http/error-reporter';
import { rememberDigest } from './failed-page';

/** Next prints an error before or after it reports it with its route: the report, if any, has this long to come first. */
const REPORT_WITHIN_MS = 50;

/**
 * Turns what Next prints about an error into the one JSON line that the site leaves for it, without its message to the
 * reader of the terminal. Warnings are printed as before.
 */
export function quietConsole(): void {
  // Next's own progress: the launcher says in French what the operator needs.
  console.log = () => {};
  const print = console.error;
  console.error = (...values: unknown[]) => {
    const error = values.find((value) => value instanceof Error);
    if (error === undefined) {
      print(...values);
    } else if (!isWritten(error)) {
      setTimeout(() => logUnexpectedError(error), REPORT_WITHIN_MS);
    }
  };
}

/** Lets Next report its errors to this process, from instrumentation.ts. */
export function installErrorReporter(): void {
  const shared = globalThis as typeof globalThis & { fabriquesErrorReporter?: ErrorReporter };
  shared.fabriquesErrorReporter = (error, place) => {
    logUnexpectedError(error, place);
    rememberDigest(digestOf(error));
  };
}
