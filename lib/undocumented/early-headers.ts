import type { ServerResponse } from 'node:http';

/** Next flushes the headers, then writes the first part of the body at once: one packet holds both, and one call to the system. */
export function sendHeadersWithBody(response: ServerResponse): void {
  Object.assign(response, { flushHeaders: () => {} });
}
