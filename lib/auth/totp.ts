import { createOTP } from '@better-auth/utils/otp';

const PERIOD_MS = 30_000;

/** RFC 6238 (SHA-1, six digits, 30 s), for a secret kept as text; `shift` counts periods. */
export const totpCode = (secret: string, at: Date, shift = 0): Promise<string> =>
  createOTP(secret).hotp(Math.floor(at.getTime() / PERIOD_MS) + shift);

/** The period before and the one after are accepted: clocks differ a little. */
export async function isTotpCode(secret: string, code: string, at: Date): Promise<boolean> {
  const accepted = await Promise.all([-1, 0, 1].map((shift) => totpCode(secret, at, shift)));
  return accepted.includes(code);
}

/** Some applications show a plus sign as it is written: spaces are said in percents. */
export const totpAddress = (secret: string, account: string): string =>
  createOTP(secret).url('Fabriques de territoire', account).replaceAll('+', '%20');
