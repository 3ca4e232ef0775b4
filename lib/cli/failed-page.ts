import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import { DATA_POLICY } from '@/lib/http/content-security-policy';
import { failurePage } from '@/lib/http/failure-page';

/** What is known of the request being answered: the number of the error that it met. */
const current = new AsyncLocalStorage<{ digest?: string }>();

export const answering = <Result>(run: () => Result): Result => current.run({}, run);

/** Remembers the number of an error for the page that tells of it. Letters and digits only: it goes into HTML. */
export function rememberDigest(digest: string): void {
  const request = current.getStore();
  if (request && /^\w+$/.test(digest)) request.digest = digest;
}

const isFailedPage = (response: ServerResponse, status: number) =>
  status === 500 && String(response.getHeader('content-type') ?? '').startsWith('text/html');

/**
 * Prepares the response to become a plain French page if Next fails to render: the body that Next streams, compressed or
 * not, is then dropped for ours. Returns what must be called when the head is about to be written.
 */
export function replaceFailedPage(response: ServerResponse): (status: number) => void {
  let page: string | null = null;
  const decide = (status: number) => {
    if (page !== null || !isFailedPage(response, status)) return;
    page = failurePage(current.getStore()?.digest);
    for (const name of ['content-encoding', 'content-length', 'link', 'etag']) response.removeHeader(name);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', DATA_POLICY);
    response.setHeader('cache-control', 'no-store');
  };
  const { write, end } = response;
  Object.assign(response, {
    write: (...values: Parameters<typeof write>) => {
      if (!response.headersSent) decide(response.statusCode);
      return page === null ? write.apply(response, values) : true;
    },
    end: (...values: Parameters<typeof end>) => {
      if (!response.headersSent) decide(response.statusCode);
      return page === null ? end.apply(response, values) : end.call(response, page, 'utf8');
    },
  });
  return decide;
}
