import type { IncomingMessage } from 'node:http';
import { currentGeneration } from '@/lib/cache';
import { isDatabaseAvailable } from '@/lib/database/health';
import type { Settings } from '@/lib/env';
import { failureOf } from '@/lib/http/failure';
import type { RequestHandler } from '@/lib/http/request-handler';
import { pathOf } from '@/lib/http/request-target';
import type { PublicPage } from '@/lib/site/page-room';
import { NOT_FOUND_PATH } from '@/lib/site/pages';
import { findPublicPage, isLivePage, isReadingPage, mayBePublic } from '@/lib/site/public-page';
import { isOfLivePage, liveHeaders, liveTarget } from '@/lib/undocumented/router-headers';
import type { AskNext, NextAnswer } from './ask-next';
import { createPageStore, type PageMade } from './page-store';
import { toSentPage } from './sent-page';
import { keepAsItIs, keepCoded, sendStored } from './stored-answer';

/** Higher ones cost more than making the page, for a few bytes. */
const QUALITY = { brotli: 5, gzip: 6 };

/** For a page that is kept here: a shared cache may then keep it too, a browser asks each time. */
const cacheControlOf = (sharedSeconds: number) =>
  sharedSeconds === 0 ? 'no-cache' : `public, max-age=0, must-revalidate, s-maxage=${sharedSeconds}`;

const isPage = ({ status, headers }: NextAnswer) =>
  status === 200 && /^text\/(html|x-component)/.test(String(headers['content-type']));

const asWritten = (target: string): PublicPage => ({ target, canonical: pathOf(target), room: null });

const NOBODYS: PageMade = {
  answer: keepAsItIs({ status: 404, headers: {}, body: Buffer.alloc(0) }),
  isKept: false,
  failure: {},
};

type Use = { isReading: boolean; isKept: boolean; sharedSeconds: number };

async function toMade(made: NextAnswer, use: Use): Promise<PageMade> {
  const { status, headers, failure } = made;
  if (!isPage(made)) return { answer: keepAsItIs({ status, headers, body: made.body }), isKept: false, failure };
  const { isWhole, ...sent } = toSentPage({ headers, text: made.body.toString() }, use.isReading);
  const isKept = use.isKept && isWhole && !headers['set-cookie'];
  const cacheControl = cacheControlOf(isKept ? use.sharedSeconds : 0);
  const whole = { status, headers: { ...sent.headers, 'cache-control': cacheControl }, body: Buffer.from(sent.text) };
  return { answer: await keepCoded(whole, QUALITY), isKept, failure };
}

export function answerPages(
  ask: AskNext,
  next: RequestHandler,
  { sharedCacheSeconds }: Pick<Settings, 'sharedCacheSeconds'>,
): RequestHandler {
  const store = createPageStore();

  const getPage = ({ target, canonical, room, isKnown }: PublicPage): Promise<PageMade> => {
    const use = { isReading: isReadingPage(pathOf(target)), isKept: room !== null, sharedSeconds: sharedCacheSeconds };
    const make = async () => {
      // When the question itself fails, the page meets the same failure and tells of it.
      const isNobodys = (await isKnown?.().catch(() => true)) === false;
      return isNobodys ? NOBODYS : toMade(await ask({ target, canonical }), use);
    };
    return room === null ? make() : store.get(room, target, make);
  };

  const getLive = ({ target, canonical, room }: PublicPage, written: string, headers: IncomingMessage['headers']) => {
    const use = { isReading: false, isKept: room !== null, sharedSeconds: 0 };
    const make = async () => toMade(await ask({ target: liveTarget(target, written), canonical, headers }), use);
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
    if (page === null || pathOf(page.target) === NOT_FOUND_PATH) return getNotFound();
    const made = headers ? await getLive(page, target, headers) : await getPage(page);
    return made.answer.status === 404 ? getNotFound() : made;
  };

  return async (request, response) => {
    const target = request.url ?? '/';
    const path = pathOf(target);
    const isLive = isOfLivePage(request.headers);
    const headers = isLive && isLivePage(path) ? liveHeaders(request.headers) : null;
    const isPublic = ['GET', 'HEAD'].includes(request.method ?? '') && mayBePublic(path);
    if (!isPublic || (isLive && headers === null)) return next(request, response);
    const { answer, failure } = await find(target, headers);
    Object.assign(failureOf() ?? {}, failure);
    await sendStored(request, response, answer);
  };
}
