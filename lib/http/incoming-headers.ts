import type { IncomingHttpHeaders } from 'node:http';

type Origin = {
  remoteAddress: string;
  /** Number of trusted proxies in front. */
  trustProxy: number;
  siteUrl: string;
};

/** Headers by which Next's own parts talk to each other: from outside they would be orders to skip or reroute. */
const isInternal = (name: string) =>
  /^(x-middleware-|x-matched-path$|x-now-|x-invoke-|x-prerender-|x-vercel-|x-next-|x-nextjs-(?!request-id$|html-request-id$|data$))/.test(
    name,
  );

const isForwarded = (name: string) =>
  /^(x-forwarded(-|$)|forwarded$|x-real-ip$|x-original-|x-rewrite-url$|x-client-ip$|true-client-ip$)/.test(name);

// How a socket that speaks both versions of IP writes an address of the older one.
const IPV4_IN_IPV6 = /^::ffff:(?=\d+\.)/;

/** The address written by the outermost trusted proxy: each one appends what it saw, so it is counted from the right. */
export function clientAddress(forwardedFor: string | undefined, { remoteAddress, trustProxy }: Origin): string {
  const socketAddress = remoteAddress.replace(IPV4_IN_IPV6, '');
  if (trustProxy === 0) return socketAddress;
  const seen = (forwardedFor ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);
  return seen.at(-Math.min(trustProxy, seen.length)) ?? socketAddress;
}

/**
 * Rewrites the headers of a request, in place, so that Next believes only what may be believed: host and protocol are
 * those of SITE_URL, the client's address is the socket's or the one a trusted proxy wrote.
 */
export function trustHeaders(headers: IncomingHttpHeaders, origin: Origin): void {
  const forwardedFor = headers['x-forwarded-for'];
  for (const name of Object.keys(headers)) {
    if (isForwarded(name) || isInternal(name)) delete headers[name];
  }
  const site = new URL(origin.siteUrl);
  const isSecure = site.protocol === 'https:';
  headers['x-forwarded-for'] = clientAddress([forwardedFor].flat().join(','), origin);
  headers['x-forwarded-proto'] = isSecure ? 'https' : 'http';
  headers['x-forwarded-host'] = site.host;
  headers['x-forwarded-port'] = site.port || (isSecure ? '443' : '80');
  headers.host = site.host;
}

/** The path and query of a request target that can be served, or null for one that no page can mean. */
export function readableTarget(target: string): string | null {
  const path =
    /^https?:\/\//i.test(target) && URL.canParse(target) ? target.replace(/^https?:\/\/[^/?#]*/i, '') || '/' : target;
  if (!path.startsWith('/')) return null;
  const pathname = path.split('?', 1)[0] ?? '';
  try {
    return decodeURIComponent(pathname).includes('\0') ? null : path;
  } catch {
    return null;
  }
}
