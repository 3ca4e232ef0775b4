import { createHmac, timingSafeEqual } from 'node:crypto';

/** As Better Auth writes it: value, dot, HMAC-SHA256 of the value in base64, all percent-encoded. */
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

/** Costs no question to the database, and lets nobody in: the session may be over, the device known to another account. */
export function bearsSigned(cookies: string | undefined, name: string, secret: string | undefined): boolean {
  const beginning = `${name}=`;
  const cookie = (cookies ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(beginning));
  return cookie !== undefined && secret !== undefined && isSigned(cookie.slice(beginning.length), secret);
}
