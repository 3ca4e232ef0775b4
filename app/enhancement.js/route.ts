import type { NextRequest } from 'next/server';
import { getEnhancement } from '@/lib/env';
import { ENHANCEMENT_VERSION } from '@/lib/site/enhancement';

export const dynamic = 'force-dynamic';

/** A page of a former build gets the present program, never to be kept under the address of the former one. */
export function GET(request: NextRequest): Response {
  const isPresent = request.nextUrl.search === `?v=${ENHANCEMENT_VERSION}`;
  return new Response(getEnhancement(), {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': isPresent ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  });
}
