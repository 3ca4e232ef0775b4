import { AsyncLocalStorage } from 'node:async_hooks';
import { isConnectionError } from '@/lib/database/connection-error';
import { digestOf } from './error-log';

/** What went wrong while a request was answered. */
export type Failure = { digest?: string; isAway?: boolean };

const current = new AsyncLocalStorage<Failure>();

/** What goes wrong meanwhile is that of this request, or of all who share what comes of it. */
export const notingFailure = <Result>(failure: Failure, run: () => Result): Result => current.run(failure, run);

export const failureOf = (): Failure | undefined => current.getStore();

/** The number is letters and digits only: it goes into HTML. */
export function rememberError(error: unknown): void {
  const failure = current.getStore();
  if (!failure) return;
  const digest = digestOf(error);
  if (/^\w+$/.test(digest)) failure.digest = digest;
  failure.isAway ||= isConnectionError(error);
}
