import type { IncomingHttpHeaders } from 'node:http';
import { isInner } from '@/lib/undocumented/inner-headers';
import { dropOddRouterHeaders } from '@/lib/undocumented/router-headers';

type Origin = {
  remoteAddress: string;
  trustProxy: number;
  siteUrl: string;
};

/** What a page prints of its own address, told by the launcher. */
export const ADDRESS_HEADER = 'x-address';
/** What a layout is told of the page within it, by proxy.ts. */
export const PATH_HEADER = 'x-path';

const isForwarded = (name: string) =>
  /^(x-forwarded(-|$)|forwarded$|x-real-ip$|x-original-|x-rewrite-url$|x-client-ip$|true-client-ip$)/.test(name);

const IPV4_IN_IPV6 = /^::ffff:(?=\d+\.)/;

/** Each proxy appends what it saw: the one written by the outermost trusted is counted from the right. */
export function clientAddress(forwardedFor: string | undefined, { remoteAddress, trustProxy }: Origin): string {
  const socketAddress = remoteAddress.replace(IPV4_IN_IPV6, '');
  if (trustProxy === 0) return socketAddress;
  const seen = (forwardedFor ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);
  return seen.at(-Math.min(trustProxy, seen.length)) ?? socketAddress;
}

function dropOptional(headers: IncomingHttpHeaders) {
  // Nothing here is long enough to be asked for in parts.
  delete headers.range;
  delete headers['if-range'];
  // Next answers a 500 where the file is another one; nothing here is written by its address.
  delete headers['if-match'];
  delete headers['if-unmodified-since'];
  dropOddRouterHeaders(headers);
}

/** In place. Host and protocol come from SITE_URL, the address from the socket or from a trusted proxy. */
export function trustHeaders(headers: IncomingHttpHeaders, origin: Origin): void {
  const forwardedFor = headers['x-forwarded-for'];
  for (const name of Object.keys(headers)) {
    if (isForwarded(name) || isInner(name) || name === ADDRESS_HEADER) delete headers[name];
  }
  dropOptional(headers);
  const site = new URL(origin.siteUrl);
  const isSecure = site.protocol === 'https:';
  headers['x-forwarded-for'] = clientAddress([forwardedFor].flat().join(','), origin);
  headers['x-forwarded-proto'] = isSecure ? 'https' : 'http';
  headers['x-forwarded-host'] = site.host;
  headers['x-forwarded-port'] = site.port || (isSecure ? '443' : '80');
  headers.host = site.host;
}
