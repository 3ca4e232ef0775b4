import type { IncomingHttpHeaders } from 'node:http';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';

const STATE = 'next-router-state-tree';
const PREFETCH = 'next-router-prefetch';
/** What the answer to a live page depends on, beside its address. */
const LIVE = ['rsc', STATE, 'next-url'];

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
  if (headers[PREFETCH] !== '1') delete headers[PREFETCH];
  const state = headers[STATE];
  if (state !== undefined && !isReadableState(state)) delete headers[STATE];
}

const LIVE_PARAMETER = '_rsc';
const LIVE_VALUE = /^[\w-]{1,40}$/;

/** The address of a live page as its framework asks for it, by the query as it was written: Next leads to it whoever asks for another. */
export function liveTarget(target: string, query: string): string {
  const value = new URLSearchParams(query).get(LIVE_PARAMETER) ?? '';
  if (!LIVE_VALUE.test(value)) return target;
  return `${target}${target.includes('?') ? '&' : '?'}${LIVE_PARAMETER}=${value}`;
}

/** Of the framework in the browser, which asks for what changes of a page: with any other value Next gives the page. */
export const isLiveRequest = (headers: IncomingHttpHeaders): boolean => headers.rsc === '1';

/** Null for a request that is made ahead, or is not as the pages of this site write them. */
export function liveHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders | null {
  const isPlain = LIVE.every((name) => typeof headers[name] === 'string') && headers[PREFETCH] === undefined;
  return isPlain ? Object.fromEntries(LIVE.map((name) => [name, headers[name]])) : null;
}
