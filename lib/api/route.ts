import { hash } from 'node:crypto';
import { beginReading, recall, remember } from '@/lib/cache';
import { isConnectionError } from '@/lib/database/connection-error';
import { isDatabaseAvailable } from '@/lib/database/health';
import type { IgnoredParameter } from '@/lib/directory/parse-filter';
import { logUnexpectedError } from '@/lib/http/error-log';
import { PROBLEM_TYPE, toProblem } from '@/lib/http/problem';
import { RETRY_AFTER_SECONDS } from '@/lib/site/unavailable-page';
import type { ApiAnswer, ApiRoute } from './answers';

type JsonText = { key: string; text: string; etag: string };

type Kept<Answer> = { key: string; read: () => Promise<Answer> };

const JSON_TYPE = 'application/json; charset=utf-8';
/** Anyone may read the open data from a page of their own: no cookie is ever involved. */
const OPEN = { 'access-control-allow-origin': '*' };

/** No `<` stands in it, so that no browser ever takes it for a page. */
const toJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`);

const rememberJson = ({ key, read }: Kept<unknown>): Promise<JsonText> =>
  remember(`json ${key}`, async () => {
    const text = toJson(await read());
    return { key: `json ${key}`, text, etag: `W/"${hash('sha1', text, 'base64url')}"` };
  });

const names = (header: string | null, etag: string) =>
  header !== null && header.split(',').some((candidate) => candidate.trim() === etag || candidate.trim() === '*');

/** Asked again each time: an edit is seen on the next load. */
function jsonAnswer({ text, etag }: JsonText, request: Request): Response {
  const headers = { ...OPEN, 'content-type': JSON_TYPE, 'cache-control': 'no-cache', etag };
  return names(request.headers.get('if-none-match'), etag)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers });
}

export const freshJson = <Value>(value: Value, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(toJson(value), {
    status,
    headers: { ...OPEN, 'content-type': JSON_TYPE, 'cache-control': 'no-store', ...headers },
  });

const problem = (status: number, detail: string, parameters?: string[], headers?: Record<string, string>): Response =>
  freshJson(toProblem(status, detail, parameters), status, { 'content-type': PROBLEM_TYPE, ...headers });

/** What the parameters held is not repeated. */
export const refusal = (ignored: readonly IgnoredParameter[]): Response =>
  problem(400, `Demande incomprise\u00A0: ${ignored.map(({ key, reason }) => `${key} (${reason})`).join(', ')}.`, [
    ...new Set(ignored.map(({ key }) => key)),
  ]);

export const notFound = (sentence: string): Response => problem(404, sentence);

export const unavailable = (): Response =>
  problem(503, 'L’annuaire ne répond pas pour le moment. Réessayez dans un instant.', undefined, {
    'retry-after': String(RETRY_AFTER_SECONDS),
  });

/** Longer addresses are read anew each time: only a few readers write them. */
const LONGEST_KEPT_ADDRESS = 500;

const addressOf = ({ url }: Request): string => url.slice(url.indexOf('/', url.indexOf('//') + 2));

function recallAddress(address: string): JsonText | undefined {
  const key = recall<string>(`address ${address}`);
  return key === undefined ? undefined : recall<JsonText>(key);
}

type Handler<Context, Answer> = (request: Request, context: Context) => Promise<Answer>;

/** `route` is the pattern of the address. What is answered is kept for its address, unless it is a Response. */
export const apiRoute =
  <Context, Route extends ApiRoute>(
    route: Route,
    answer: Handler<Context, Response | Kept<ApiAnswer<Route>>>,
  ): Handler<Context, Response> =>
  async (request, context) => {
    try {
      if (!(await isDatabaseAvailable())) return unavailable();
      const address = addressOf(request);
      const kept = recallAddress(address);
      if (kept) return jsonAnswer(kept, request);
      const keep = beginReading();
      const answered = await answer(request, context);
      if (answered instanceof Response) return answered;
      const json = await rememberJson(answered);
      if (address.length <= LONGEST_KEPT_ADDRESS) keep(`address ${address}`, json.key);
      return jsonAnswer(json, request);
    } catch (error) {
      if (isConnectionError(error) || !(await isDatabaseAvailable())) return unavailable();
      logUnexpectedError(error, { route, method: request.method });
      return problem(500, 'Une erreur inattendue s’est produite de notre côté. Elle a été notée.');
    }
  };

export const queryOf = (request: Request): URLSearchParams => {
  const start = request.url.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : request.url.slice(start));
};
