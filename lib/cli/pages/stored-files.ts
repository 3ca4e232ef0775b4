import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { RequestHandler } from '@/lib/http/request-handler';
import { ENHANCEMENT_PATH } from '@/lib/site/enhancement';
import type { AskNext } from './ask-next';
import { keepAsItIs, keepCoded, type StoredAnswer, sendStored } from './stored-answer';

/** Coded once a start, they are worth the best that there is. */
const QUALITY = { brotli: 11, gzip: 9 };
const TEXTS = /^(?:text\/|image\/svg\+xml|application\/(?:javascript|json|manifest\+json|xml))/;

/** How the enhancement is sent under an address that is not its own: such addresses have no end, and are not kept. */
const OF_ANOTHER_BUILD = 'no-cache';

/** Its version stands in its query; what follows the address of another file says nothing. */
const addressOf = (url: string) => (url.startsWith(`${ENHANCEMENT_PATH}?`) ? url : (url.split('?', 1)[0] ?? ''));

const addressesBelow = (folder: string, prefix: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
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

  const make = async (url: string): Promise<StoredAnswer | null> => {
    const { status, headers, body } = await ask({ target: url, canonical: url });
    const { 'content-type': type, 'cache-control': freshness } = headers;
    if (status !== 200 || freshness === OF_ANOTHER_BUILD) return null;
    const answer = { status, headers: { 'content-type': type, 'cache-control': freshness }, body };
    return TEXTS.test(String(type)) ? keepCoded(answer, QUALITY) : keepAsItIs(answer);
  };

  const keep = (address: string) => {
    const making = make(address);
    kept.set(address, making);
    return making.then((stored) => {
      if (stored === null) kept.delete(address);
      return stored;
    });
  };

  return async (request, response) => {
    const address = addressOf(request.url ?? '');
    const isStored = addresses.has(address) || address.startsWith(ENHANCEMENT_PATH);
    const stored = isStored ? await (kept.get(address) ?? keep(address)) : null;
    if (stored === null) await next(request, response);
    else await sendStored(request, response, stored);
  };
}
