import {
  NEXT_ROUTER_PREFETCH_HEADER,
  NEXT_ROUTER_STATE_TREE_HEADER,
} from 'next/dist/client/components/app-router-headers.js';
import { prepareFlightRouterStateForRequest } from 'next/dist/client/flight-data-helpers.js';
import { expect, it } from 'vitest';
import { dropOddRouterHeaders } from '@/lib/undocumented/router-headers';

it('what Next’s client says of itself is kept as Next writes it, and what Next cannot read is not', () => {
  const state = prepareFlightRouterStateForRequest(['', { children: ['fabriques', { children: ['__PAGE__', {}] }] }]);
  const headers = { [NEXT_ROUTER_STATE_TREE_HEADER]: state, [NEXT_ROUTER_PREFETCH_HEADER]: '1' };
  const odd = { [NEXT_ROUTER_STATE_TREE_HEADER]: `${state}%`, [NEXT_ROUTER_PREFETCH_HEADER]: '2' };
  const copies = [{ ...headers }, { ...odd }];
  for (const copy of copies) dropOddRouterHeaders(copy);
  expect(copies).toEqual([headers, {}]);
});
