import { describe, expect, it } from 'vitest';
import { cookieNaming } from '@/lib/auth/cookie-naming';
import { isTotpCode, totpAddress, totpCode } from '@/lib/auth/totp';

/** RFC 6238, appendix B, SHA-1, last six digits. */
const SECRET = '12345678901234567890';

describe('the code of the second factor', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('is the one of the standard at %i s', async (seconds, code) => {
    expect(await totpCode(SECRET, new Date(seconds * 1000))).toBe(code);
  });

  it('is accepted one period early or late, no further, and never in another shape', async () => {
    const around = [-60, -30, 0, 30, 60].map((shift) => new Date((1_111_111_109 + shift) * 1000));
    const accepted = around.map((at) => isTotpCode(SECRET, '081804', at));
    expect(await Promise.all(accepted)).toEqual([false, true, true, true, false]);
    expect(await isTotpCode(SECRET, '081804 ', new Date(1_111_111_109_000))).toBe(false);
  });

  it('is learnt from an address that every application reads, secret in base 32 and no space as a plus sign', () => {
    expect(totpAddress(SECRET, 'camille+1@exemple.fr')).toBe(
      'otpauth://totp/Fabriques%20de%20territoire:camille%2B1%40exemple.fr?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Fabriques%20de%20territoire&digits=6&period=30',
    );
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
