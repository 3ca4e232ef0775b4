import { createHmac, timingSafeEqual } from 'node:crypto';

/** As Better Auth writes it: the value, a dot, the HMAC-SHA256 of the value in base64; percent-encoded as a whole. */
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
 * Whether a request bears a cookie of that name that this site signed. It costs no question to the database, and lets nobody
 * in: a session may be over, a device may be known to another account.
 */
export function bearsSigned(cookies: string | undefined, name: string, secret: string | undefined): boolean {
  const beginning = `${name}=`;
  const cookie = (cookies ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(beginning));
  return cookie !== undefined && secret !== undefined && isSigned(cookie.slice(beginning.length), secret);
}
