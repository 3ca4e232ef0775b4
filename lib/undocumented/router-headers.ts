import type { IncomingHttpHeaders } from 'node:http';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';

/** Next answers a 500 to what it cannot read. */
function isReadableState(state: string | string[]): boolean {
  try {
    parseAndValidateFlightRouterState(state);
    return true;
  } catch {
    return false;
  }
}

export function dropOddRouterHeaders(headers: IncomingHttpHeaders): void {
  // The pages ask for plain prefetches alone; Next makes any other by rules that no page is written for.
  if (headers['next-router-prefetch'] !== '1') delete headers['next-router-prefetch'];
  const state = headers['next-router-state-tree'];
  if (state !== undefined && !isReadableState(state)) delete headers['next-router-state-tree'];
}
