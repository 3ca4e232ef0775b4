import type { IncomingMessage } from 'node:http';
import { currentGeneration } from '@/lib/cache';
import { isDatabaseAvailable } from '@/lib/database/health';
import type { Settings } from '@/lib/env';
import { failureOf } from '@/lib/http/failure';
import type { RequestHandler } from '@/lib/http/request-handler';
import type { PublicPage } from '@/lib/site/page-room';
import { NOT_FOUND_PATH } from '@/lib/site/pages';
import { findPublicPage, isReadingPage, mayBePublic } from '@/lib/site/public-page';
import { isOfLivePage, liveHeaders, liveTarget } from '@/lib/undocumented/router-headers';
import type { AskNext, NextAnswer } from './ask-next';
import { createPageStore, type PageMade } from './page-store';
import { toSentPage } from './sent-page';
import { keepAsItIs, keepCoded, sendStored } from './stored-answer';

/** Higher ones cost more than making the page, for a few bytes. */
const QUALITY = { brotli: 5, gzip: 6 };

const cacheControlOf = (sharedSeconds: number) =>
  sharedSeconds === 0 ? 'no-cache' : `public, max-age=0, must-revalidate, s-maxage=${sharedSeconds}`;

const isPage = ({ status, headers }: NextAnswer) =>
  status === 200 && /^text\/(html|x-component)/.test(String(headers['content-type']));

const pathOf = (target: string) => target.split('?', 1)[0] ?? '';
const asWritten = (target: string): PublicPage => ({ target, canonical: pathOf(target), room: null });

async function toMade(made: NextAnswer, isReading: boolean, cacheControl: string): Promise<PageMade> {
  const { status, headers, failure } = made;
  if (!isPage(made)) return { answer: keepAsItIs({ status, headers, body: made.body }), isKept: false, failure };
  const { isWhole, ...sent } = toSentPage({ headers, text: made.body.toString() }, isReading);
  const whole = { status, headers: { ...sent.headers, 'cache-control': cacheControl }, body: Buffer.from(sent.text) };
  return { answer: await keepCoded(whole, QUALITY), isKept: isWhole && !headers['set-cookie'], failure };
}

export function answerPages(
  ask: AskNext,
  next: RequestHandler,
  { sharedCacheSeconds }: Pick<Settings, 'sharedCacheSeconds'>,
): RequestHandler {
  const store = createPageStore();

  const getPage = ({ target, canonical, room }: PublicPage): Promise<PageMade> => {
    const make = async () =>
      toMade(await ask({ target, canonical }), isReadingPage(pathOf(target)), cacheControlOf(sharedCacheSeconds));
    return room === null ? make() : store.get(room, target, make);
  };

  const getLive = (
    { target: page, canonical, room }: PublicPage,
    written: string,
    headers: IncomingMessage['headers'],
  ) => {
    const target = liveTarget(page, written);
    const make = async () => toMade(await ask({ target, canonical, headers }), false, 'no-cache');
    return room === null ? make() : store.get('live', JSON.stringify([target, headers]), make);
  };

  const getNotFound = async (): Promise<PageMade> => {
    const { answer, ...made } = await getPage({ target: NOT_FOUND_PATH, canonical: '', room: 'plain' });
    return { ...made, answer: answer.status === 200 ? { ...answer, status: 404 } : answer };
  };

  const find = async (target: string, headers: IncomingMessage['headers'] | null): Promise<PageMade> => {
    // Nothing waits for a database that is away: the page that needs it says so.
    const isDatabaseThere = currentGeneration() !== null || (await isDatabaseAvailable());
    const page = isDatabaseThere ? await findPublicPage(target).catch(() => asWritten(target)) : asWritten(target);
    if (page === null) return getNotFound();
    const made = headers ? await getLive(page, target, headers) : await getPage(page);
    return made.answer.status === 404 ? getNotFound() : made;
  };

  return async (request, response) => {
    const target = request.url ?? '/';
    const isLive = isOfLivePage(request.headers);
    const headers = isLive ? liveHeaders(request.headers) : null;
    const isPublic = ['GET', 'HEAD'].includes(request.method ?? '') && mayBePublic(pathOf(target));
    if (!isPublic || (isLive && headers === null)) return next(request, response);
    const { answer, failure } = await find(target, headers);
    Object.assign(failureOf() ?? {}, failure);
    await sendStored(request, response, answer);
  };
}
