import {
  NEXT_ROUTER_PREFETCH_HEADER,
  NEXT_ROUTER_STATE_TREE_HEADER,
} from 'next/dist/client/components/app-router-headers.js';
import { prepareFlightRouterStateForRequest } from 'next/dist/client/flight-data-helpers.js';
import { expect, it } from 'vitest';
import { dropOddRouterHeaders, isLiveRequest, liveHeaders, liveTarget } from '@/lib/undocumented/router-headers';

it('what Next’s client says of itself is kept as Next writes it, and what Next cannot read is not', () => {
  const state = prepareFlightRouterStateForRequest(['', { children: ['fabriques', { children: ['__PAGE__', {}] }] }]);
  const headers = { [NEXT_ROUTER_STATE_TREE_HEADER]: state, [NEXT_ROUTER_PREFETCH_HEADER]: '1' };
  const odd = { [NEXT_ROUTER_STATE_TREE_HEADER]: `${state}%`, [NEXT_ROUTER_PREFETCH_HEADER]: '2' };
  const copies = [{ ...headers }, { ...odd }];
  for (const copy of copies) dropOddRouterHeaders(copy);
  expect(copies).toEqual([headers, {}]);
});

it('what a live page asks for is told from a page, and from what is asked ahead', () => {
  const state = prepareFlightRouterStateForRequest(['', {}]);
  const live = { rsc: '1', [NEXT_ROUTER_STATE_TREE_HEADER]: state, 'next-url': '/fabriques' };
  expect([{}, { rsc: '0' }, live].map(isLiveRequest)).toEqual([false, false, true]);
  expect(liveHeaders({ ...live, cookie: 'x', 'accept-language': 'de' })).toEqual(live);
  expect(liveHeaders({ ...live, [NEXT_ROUTER_PREFETCH_HEADER]: '1' })).toBeNull();
  expect(liveHeaders({ rsc: '1' })).toBeNull();
});

it.each([
  ['/fabriques', '_rsc=HGU1c-_6', '/fabriques?_rsc=HGU1c-_6'],
  ['/fabriques?q=a', '_rsc=x&q=a', '/fabriques?q=a&_rsc=x'],
  ['/fabriques?q=a?', 'q=a?&_rsc=x', '/fabriques?q=a?&_rsc=x'],
  ['/fabriques', '', '/fabriques'],
  ['/fabriques', '_rsc=<b>', '/fabriques'],
])('%s, asked with « %s », is asked of Next as %s', (page, query, target) => {
  expect(liveTarget(page, query)).toBe(target);
});
