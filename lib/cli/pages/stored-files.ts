import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { RequestHandler } from '@/lib/http/request-handler';
import { pathOf } from '@/lib/http/request-target';
import { ENHANCEMENT_PATH } from '@/lib/site/enhancement';
import type { AskNext } from './ask-next';
import { keepAsItIs, keepCoded, type StoredAnswer, sendStored } from './stored-answer';

/** Coded once a start, they are worth the best that there is. */
const QUALITY = { brotli: 11, gzip: 9 };
const TEXTS = /^(?:text\/|image\/svg\+xml|application\/(?:javascript|json|manifest\+json|xml))/;

/** Its version stands in its query; whatever else follows it leads to Next, and is not kept. */
const ENHANCEMENT = new RegExp(`^${ENHANCEMENT_PATH.replace('.', '[.]')}[?]v=[0-9a-f]{16}$`);
/** How it is sent under the version of another build. */
const OF_ANOTHER_BUILD = 'no-cache';

const addressOf = (url: string) => (ENHANCEMENT.test(url) ? url : pathOf(url));

const addressesBelow = (folder: string, prefix: string): string[] =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .map(
      ({ parentPath, name }) => prefix + path.relative(folder, path.join(parentPath, name)).replaceAll(path.sep, '/'),
    );

/** Of the files of a build, and of those that stand in `public`. */
export const fileAddresses = (root: string, buildFolder: string): Set<string> =>
  new Set([
    ...addressesBelow(path.join(root, buildFolder, 'static'), '/_next/static/'),
    ...addressesBelow(path.join(root, 'public'), '/'),
  ]);

/**
 * Answers for these files in front of `next`, which is asked for each of them once: they change with the build alone.
 * The store is as large as they are, whatever is asked.
 */
export function storeFiles(addresses: ReadonlySet<string>, ask: AskNext, next: RequestHandler): RequestHandler {
  const kept = new Map<string, Promise<StoredAnswer | null>>();

  const make = async (address: string): Promise<StoredAnswer | null> => {
    const { status, headers, body } = await ask({ target: address, canonical: address });
    if (status !== 200) return null;
    const { 'content-type': type, 'cache-control': freshness } = headers;
    const answer = { status, headers: { 'content-type': type, 'cache-control': freshness }, body };
    const isWorthCoding = TEXTS.test(String(type)) && freshness !== OF_ANOTHER_BUILD;
    return isWorthCoding ? keepCoded(answer, QUALITY) : keepAsItIs(answer);
  };

  const find = async (address: string): Promise<StoredAnswer | null> => {
    const making = kept.get(address) ?? make(address);
    kept.set(address, making);
    const answer = await making.catch(() => null);
    if (answer === null || answer.headers['cache-control'] === OF_ANOTHER_BUILD) kept.delete(address);
    return answer;
  };

  return async (request, response) => {
    const address = addressOf(request.url ?? '');
    const isFile = addresses.has(address) || ENHANCEMENT.test(address);
    const answer = isFile ? await find(address) : null;
    if (answer === null) await next(request, response);
    else await sendStored(request, response, answer);
  };
}
