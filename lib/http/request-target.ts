/** No page has a longer one; a page that repeats its address would repeat all of it. A query may be longer. */
const LONGEST_PATH = 2_000;
/** Twice what the largest form of the site asks with. Next looks each of them up among all: 31,000 took it minutes. */
const MOST_PARAMETERS = 500;
const READ_ONLY = 'GET, HEAD';
/** Pages take the POST of their forms, route handlers answer for themselves. */
const ALL_METHODS = 'GET, HEAD, POST';

export const pathOf = (target: string) => target.split('?', 1)[0] ?? '';

/** What follows the first question mark: the others are values like any letter. */
export const queryOf = (target: string) => target.slice(pathOf(target).length + 1);

export function readableTarget(target: string): string | null {
  const path =
    /^https?:\/\//i.test(target) && URL.canParse(target) ? target.replace(/^https?:\/\/[^/?#]*/i, '') || '/' : target;
  if (!path.startsWith('/')) return null;
  try {
    return decodeURIComponent(pathOf(path)).includes('\0') ? null : path;
  } catch {
    return null;
  }
}

export const isTooLong = (target: string): boolean =>
  pathOf(target).length > LONGEST_PATH || target.split('&', MOST_PARAMETERS + 1).length > MOST_PARAMETERS;

export const allowedMethods = (target: string): string =>
  /^\/(carte|_next|\.well-known)\/|\.\w+$/.test(pathOf(target)) ? READ_ONLY : ALL_METHODS;

/** Where to send a request that holds accents as raw bytes, which Node refuses to read; null for another fault. */
export function encodedTarget(packet: Buffer): string | null {
  const target = /^(?:GET|HEAD) (\/[^/ \r\n][^ \r\n]*) HTTP\/1\.[01]\r?\n/.exec(packet.toString('latin1'))?.[1];
  if (target === undefined || !/^[!-~\u0080-\u00FF]*$/.test(target)) return null;
  const encoded = target.replace(/[\u0080-\u00FF]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
  return encoded === target || isTooLong(encoded) ? null : readableTarget(encoded);
}
