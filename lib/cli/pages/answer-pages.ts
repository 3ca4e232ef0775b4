import type { IncomingMessage } from 'node:http';
import pLimit from 'p-limit';
import { currentGeneration } from '@/lib/cache';
import { isDatabaseAvailable } from '@/lib/database/health';
import type { Settings } from '@/lib/env';
import { failureOf } from '@/lib/http/failure';
import type { RequestHandler } from '@/lib/http/request-handler';
import { pathOf, queryOf } from '@/lib/http/request-target';
import type { PublicPage } from '@/lib/site/page-room';
import { NOT_FOUND_PATH } from '@/lib/site/pages';
import { findPublicPage, isLivePage, isReadingPage, mayBePublic } from '@/lib/site/public-page';
import { isLiveRequest, liveHeaders, liveTarget } from '@/lib/undocumented/router-headers';
import type { Asked, AskNext, NextAnswer } from './ask-next';
import { createPageStore, type PageMade } from './page-store';
import { toSentPage } from './sent-page';
import { keepAsItIs, keepCoded, type StoredAnswer, sendStored } from './stored-answer';

/** Higher ones cost more than making the page, for a few bytes. */
const QUALITY = { brotli: 5, gzip: 6 };

/**
 * One processor makes them: more at once are ready no sooner, and what each holds meanwhile is copied over and over by the
 * collection of memory. Each asks for several connections of the database, and gives up when it waits for one too long.
 */
const MOST_AT_ONCE = 4;

/** What is kept here a shared cache may keep too; a browser asks each time. */
const forSharedCaches = (answer: StoredAnswer, seconds: number): StoredAnswer => ({
  ...answer,
  headers: { ...answer.headers, 'cache-control': `public, max-age=0, must-revalidate, s-maxage=${seconds}` },
});

const isPage = ({ status, headers }: NextAnswer) =>
  status === 200 && /^text\/(html|x-component)/.test(String(headers['content-type']));

const asWritten = (target: string): PublicPage => ({ target, canonical: pathOf(target), room: null });

const NOBODYS: PageMade = {
  answer: keepAsItIs({ status: 404, headers: {}, body: Buffer.alloc(0) }),
  isKept: false,
  failure: {},
};

type Use = { isReading: boolean; mayBeKept: boolean };

async function toMade(made: NextAnswer, use: Use): Promise<PageMade> {
  const { status, headers, failure } = made;
  if (!isPage(made)) return { answer: keepAsItIs({ status, headers, body: made.body }), isKept: false, failure };
  const { isWhole, ...sent } = toSentPage({ headers, text: made.body.toString() }, use.isReading);
  const isKept = use.mayBeKept && isWhole && !headers['set-cookie'];
  const whole = { status, headers: { ...sent.headers, 'cache-control': 'no-cache' }, body: Buffer.from(sent.text) };
  return { answer: await keepCoded(whole, QUALITY), isKept, failure };
}

export function answerPages(
  ask: AskNext,
  next: RequestHandler,
  { sharedCacheSeconds }: Pick<Settings, 'sharedCacheSeconds'>,
): RequestHandler {
  const store = createPageStore();
  const inLine = pLimit(MOST_AT_ONCE);
  const makePage = (asked: Asked, use: Use) => inLine(async () => toMade(await ask(asked), use));

  const getPage = ({ target, canonical, room, isKnown }: PublicPage): Promise<PageMade> => {
    const use = { isReading: isReadingPage(pathOf(target)), mayBeKept: room !== null };
    const make = async () => {
      // When the question itself fails, the page meets the same failure and tells of it.
      const isNobodys = (await isKnown?.().catch(() => true)) === false;
      return isNobodys ? NOBODYS : makePage({ target, canonical }, use);
    };
    return room === null ? make() : store.get(room, target, make);
  };

  const getLive = ({ target, canonical, room }: PublicPage, written: string, headers: IncomingMessage['headers']) => {
    const use = { isReading: false, mayBeKept: room !== null };
    const asked = liveTarget(target, queryOf(written));
    const make = () => makePage({ target: asked, canonical, headers }, use);
    return room === null ? make() : store.get('live', JSON.stringify([asked, headers]), make);
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
    const isLive = isLiveRequest(request.headers);
    const headers = isLive && isLivePage(path) ? liveHeaders(request.headers) : null;
    const isPublic = ['GET', 'HEAD'].includes(request.method ?? '') && mayBePublic(path);
    if (!isPublic || (isLive && headers === null)) return next(request, response);
    const { answer, isKept, failure } = await find(target, headers);
    Object.assign(failureOf() ?? {}, failure);
    const isShared = sharedCacheSeconds > 0 && isKept && answer.status === 200 && headers === null;
    await sendStored(request, response, isShared ? forSharedCaches(answer, sharedCacheSeconds) : answer);
  };
}
