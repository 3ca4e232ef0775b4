import type { IncomingMessage, ServerResponse } from 'node:http';
import { plainPage } from '@/lib/http/plain-page';
import { PROBLEM_TYPE, toProblem } from '@/lib/http/problem';
import { ACTION_HEADER, ERROR_TEXT_TYPE } from '@/lib/undocumented/live-actions';

export type Unread = { status: number; sentence: string; content: string; retryAfterSeconds?: number };

export const unreadPage = ({ sentence, content }: Pick<Unread, 'sentence' | 'content'>): string =>
  plainPage({
    title: 'Envoi refusé',
    heading: 'Cet envoi n’a pas été enregistré',
    content: `<p>${sentence}</p>\n${content}`,
  });

/** A live page shows words alone over the form. */
export function answerUnread(request: IncomingMessage, response: ServerResponse, unread: Unread): void {
  const { status, sentence, retryAfterSeconds } = unread;
  const [type, body] = request.url?.startsWith('/api/')
    ? [PROBLEM_TYPE, JSON.stringify(toProblem(status, sentence))]
    : request.headers[ACTION_HEADER] === undefined
      ? ['text/html; charset=utf-8', unreadPage(unread)]
      : [ERROR_TEXT_TYPE, sentence];
  if (retryAfterSeconds !== undefined) response.setHeader('retry-after', retryAfterSeconds);
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', connection: 'close' }).end(body);
}
