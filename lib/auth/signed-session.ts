import { createHmac, timingSafeEqual } from 'node:crypto';
import { sessionCookieName } from './cookie-naming';

/** As Better Auth writes it: the token, a dot, the HMAC-SHA256 of the token in base64; percent-encoded as a whole. */
function isSigned(cookie: string, secret: string): boolean {
  let signed: string;
  try {
    signed = decodeURIComponent(cookie);
  } catch {
    return false;
  }
  const dot = signed.lastIndexOf('.');
  const expected = createHmac('sha256', secret).update(signed.slice(0, dot)).digest();
  const given = Buffer.from(signed.slice(dot + 1), 'base64');
  return dot > 0 && given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
}

/**
 * Whether a request bears a session cookie that this site signed, be that session over or not: whoever sends it was signed
 * in here once. It costs no question to the database, and lets nobody in.
 */
export function bearsSignedSession(cookies: string | undefined, siteUrl: string, secret: string | undefined): boolean {
  const beginning = `${sessionCookieName(siteUrl)}=`;
  const cookie = (cookies ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(beginning));
  return cookie !== undefined && secret !== undefined && isSigned(cookie.slice(beginning.length), secret);
}
