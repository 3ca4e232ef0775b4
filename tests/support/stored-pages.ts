import type { ServerResponse } from 'node:http';
import { expect, vi } from 'vitest';
import { currentGeneration } from '@/lib/cache';
import { answerPages } from '@/lib/cli/pages/answer-pages';
import { askNext } from '@/lib/cli/pages/ask-next';
import { policyOf } from '@/lib/http/answer-policy';
import type { RequestHandler } from '@/lib/http/request-handler';
import { SITE } from './bare-site';

const NONCE = 'fpVZ4dBKL1yPlsZQd+cucQ==';
export const PAGE_POLICY = policyOf({ kind: 'page', nonce: NONCE, tilesOrigin: null, development: false });

export function writePage(response: ServerResponse, text: string): void {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', PAGE_POLICY);
  response.end(`<!DOCTYPE html><html lang="fr"><body>${text}</body></html>`);
}

/** The launcher's own store, in front of a renderer of the test. `made`: what this one was asked for, in order. */
export function storeBefore(
  render: RequestHandler,
  sharedCacheSeconds = 0,
): { answer: RequestHandler; made: string[] } {
  const made: string[] = [];
  const next: RequestHandler = async (request, response) => {
    made.push(request.url ?? '');
    await render(request, response);
  };
  return { answer: answerPages(askNext(next, SITE), next, { sharedCacheSeconds }), made };
}

/** Nothing is kept before this process hears of changes. */
export const untilPagesAreKept = (): Promise<void> =>
  vi.waitFor(() => expect(currentGeneration()).not.toBeNull(), { timeout: 40_000, interval: 20 });
