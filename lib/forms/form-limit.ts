import type { IncomingHttpHeaders } from 'node:http';

/** What someone without a session may post, in bytes: the forms of sign-in and of the links weigh a tenth of it. */
export const MOST_STRANGERS_BYTES = 16 * 1024;

/** 413 for more than `mostBytes`, 411 for a form that does not say how much it is, as no browser sends it. */
export function bodyRefusal(headers: IncomingHttpHeaders, isForm: boolean, mostBytes: number): 411 | 413 | null {
  if (isForm && headers['transfer-encoding'] !== undefined) return 411;
  return Number(headers['content-length'] ?? 0) > mostBytes ? 413 : null;
}
