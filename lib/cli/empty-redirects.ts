import type { ServerResponse } from 'node:http';
import { replaceBody } from '@/lib/undocumented/answer-parts';

const isRedirect = (status: number) => status >= 300 && status < 400 && status !== 304;

/** Next writes a page of 12 kB that nobody sees. Returns what to ask for the status when the head is about to be written. */
export function emptyRedirects(response: ServerResponse): (status: number) => number {
  if (response.req.method === 'POST') return (status) => status;
  let isEmptied = false;
  const decide = (status: number): number => {
    isEmptied = isRedirect(status);
    if (isEmptied) {
      for (const name of ['content-encoding', 'content-type', 'etag', 'link', 'refresh', 'vary'])
        response.removeHeader(name);
      response.setHeader('content-length', 0);
    }
    return status;
  };
  replaceBody(response, () => {
    if (!response.headersSent) decide(response.statusCode);
    return isEmptied ? () => '' : null;
  });
  return decide;
}
