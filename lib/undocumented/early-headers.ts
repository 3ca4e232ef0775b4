import type { ServerResponse } from 'node:http';

/** Next writes the first part of the body just after the headers: one packet holds both. */
export function sendHeadersWithBody(response: ServerResponse): void {
  Object.assign(response, { flushHeaders: () => {} });
}
