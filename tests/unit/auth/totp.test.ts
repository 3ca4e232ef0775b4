import { describe, expect, it } from 'vitest';
import { cookieNaming } from '@/lib/auth/cookie-naming';
import { base32, isTotpCode, totpCode } from '@/lib/auth/totp';

/** RFC 6238, appendix B, SHA-1, last six digits. */
const SECRET = '12345678901234567890';

describe('the code of the second factor', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('is the one of the standard at %i s', (seconds, code) => {
    expect(totpCode(SECRET, new Date(seconds * 1000))).toBe(code);
  });

  it('is accepted one period early or late, no further, and never in another shape', () => {
    const around = [-60, -30, 0, 30, 60].map((shift) => new Date((1_111_111_109 + shift) * 1000));
    expect(around.map((at) => isTotpCode(SECRET, '081804', at))).toEqual([false, true, true, true, false]);
    expect(isTotpCode(SECRET, '081804 ', new Date(1_111_111_109_000))).toBe(false);
  });

  it('comes from a secret that can be typed', () => {
    expect(base32(SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });
});

describe('the cookie', () => {
  it('belongs to this host alone over https, and is readable by no script', () => {
    expect(cookieNaming('https://fabriques.example')).toEqual({
      useSecureCookies: false,
      cookiePrefix: '__Host-fabriques',
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: 'lax', path: '/' },
    });
    expect(cookieNaming('http://localhost:3000').defaultCookieAttributes.secure).toBe(false);
  });
});
