import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { isDatabaseAvailable } from '@/lib/database/health';
import { getSettings, isDevelopment } from '@/lib/env';
import { policyOf } from '@/lib/http/answer-policy';
import { ADDRESS_HEADER, PATH_HEADER } from '@/lib/http/incoming-headers';
import { needsNoDatabase } from '@/lib/site/pages-without-database';
import { RETRY_AFTER_SECONDS, UNAVAILABLE_PAGE } from '@/lib/site/unavailable-page';
import { ACTION_HEADER } from '@/lib/undocumented/live-actions';

/** What a page prints of its own address is cut here; the launcher refuses a path of kilobytes, which Next would repeat. */
const LONGEST_ADDRESS = 500;

/** Gives each page its policy, its address and, while the database is away, a plain answer. It is no guard: pages and actions are. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  // An action sent by a live page answers by itself: what was typed stays, and the sentence says that nothing was saved.
  const answersByItself = request.headers.has(ACTION_HEADER);
  if (!answersByItself && !needsNoDatabase(pathname) && !(await isDatabaseAvailable().catch(() => false)))
    return unavailable();

  const policy = policyOf({
    kind: 'page',
    nonce: randomBytes(16).toString('base64'),
    tilesOrigin: getSettings().mapTiles?.origin ?? null,
    development: isDevelopment(),
  });
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy); // Next reads the nonce here and writes it on its scripts
  headers.set(PATH_HEADER, pathname.slice(0, LONGEST_ADDRESS));
  const written = pathname + (search.length < LONGEST_ADDRESS ? search : '');
  headers.set(ADDRESS_HEADER, (headers.get(ADDRESS_HEADER) ?? written).slice(0, 2 * LONGEST_ADDRESS));
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

const unavailable = () =>
  new NextResponse(UNAVAILABLE_PAGE, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': String(RETRY_AFTER_SECONDS),
    },
  });

export const config = {
  // Data and built files carry the plain policy that the launcher gives every answer.
  matcher: ['/((?!api/|_next/static/|_next/image|carte/|enhancement\\.js).*)'],
};
