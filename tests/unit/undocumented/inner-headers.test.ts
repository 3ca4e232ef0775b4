import * as routerHeaders from 'next/dist/client/components/app-router-headers.js';
import * as serverHeaders from 'next/dist/lib/constants.js';
import { filterInternalHeaders } from 'next/dist/server/lib/server-ipc/utils.js';
import { NextResponse } from 'next/server';
import { expect, it } from 'vitest';
import { isInner, REWRITE_HEADER } from '@/lib/undocumented/inner-headers';

it('of the headers that Next knows, those that its own client sends come in, or those of no effect, and no other', () => {
  const names = Object.values({ ...routerHeaders, ...serverHeaders }).filter(
    (value): value is string => typeof value === 'string' && /^(rsc|(x|next)-[a-z-]+)$/.test(value),
  );
  // An upgrade that brings another one asks whether it is an order.
  expect(new Set(names.filter((name) => !isInner(name)))).toEqual(
    new Set([
      'next-action',
      'next-hmr-refresh',
      'next-instant-navigation-testing',
      'next-resume',
      'next-router-prefetch',
      'next-router-segment-prefetch',
      'next-router-state-tree',
      'next-url',
      'rsc',
      'x-action-revalidated',
      'x-nextjs-html-request-id',
      'x-nextjs-request-id',
    ]),
  );
  const orders = { 'next-resume': '1', 'x-matched-path': '/' };
  filterInternalHeaders(orders);
  expect(orders).toEqual({});
});

it('an answer names the path of Next that made it in the header that is taken out', () => {
  expect(NextResponse.rewrite('https://exemple.fr/x').headers.get(REWRITE_HEADER)).toBe('https://exemple.fr/x');
});
