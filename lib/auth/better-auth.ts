import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import { z } from 'zod';
import { getDb } from '@/lib/database/db';
import { authSecret, getSettings } from '@/lib/env';
import { cookiesForNext } from '@/lib/undocumented/cookies-for-next';
import { challengeReader } from './challenge';
import { cookieNaming } from './cookie-naming';
import { deviceCookie } from './device-cookie';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-rule';
import { WHOLE_SECONDS } from './session-rules';
import { takeCode } from './used-codes';

export const CODE_USED = 'CODE_ALREADY_USED';
const totpBody = z.object({ code: z.string() });

const isActive = async (userId: string) => {
  const user = await getDb().user.findUnique({ where: { id: userId }, select: { disabledAt: true } });
  return user !== null && user.disabledAt === null;
};

/** Once the password is right: a disabled account costs and answers like a wrong one, and a code lets in once. */
async function refuseSession({ userId }: { userId: string }, request: { path?: string; body?: unknown } | null) {
  if (!(await isActive(userId))) throw new APIError('UNAUTHORIZED', { code: 'ACCOUNT_DISABLED' });
  if (request?.path !== '/two-factor/verify-totp') return;
  const { code } = totpBody.parse(request.body);
  if (!(await takeCode(getDb(), userId, code))) throw new APIError('UNAUTHORIZED', { code: CODE_USED });
}

function make() {
  const { siteUrl } = getSettings();
  return betterAuth({
    appName: 'Fabriques de territoire',
    baseURL: siteUrl,
    secret: authSecret(),
    database: prismaAdapter(getDb(), { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    // The whole life of a session; the idle one is counted in session.ts, which the library does not do.
    session: { expiresIn: WHOLE_SECONDS, disableSessionRefresh: true, cookieCache: { enabled: false } },
    databaseHooks: { session: { create: { before: refuseSession } } },
    advanced: { ...cookieNaming(siteUrl), ipAddress: { disableIpTracking: true } },
    plugins: [
      // Its lock knows no devices: anyone who has a password would keep its owner out. Codes are counted in code-attempts.ts.
      twoFactor({ accountLockout: { enabled: false } }),
      challengeReader(),
      deviceCookie(),
      cookiesForNext(),
    ],
    telemetry: { enabled: false },
    // Its lines would name addresses; what it refuses is counted, what it throws is logged by the doorway.
    logger: { disabled: true },
  });
}

type Auth = ReturnType<typeof make>;
let auth: Auth | undefined;

/** Better Auth, called from actions only: no route of the site leads to it. Made on first use, after the settings. */
export const getAuth = (): Auth => (auth ??= make());
