import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';

/** As the second step of the library names its cookie. */
const COOKIE = 'two_factor';

/** Tells whose code is awaited: the library knows it only while it looks at the code, which is too late to count. */
export const challengeReader = () =>
  ({
    id: 'challenge-reader',
    endpoints: {
      readChallenge: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async (ctx) => {
        const { createAuthCookie, internalAdapter, secret } = ctx.context;
        const challenge = await ctx.getSignedCookie(createAuthCookie(COOKIE).name, secret);
        const awaited = challenge ? await internalAdapter.findVerificationValue(challenge) : null;
        const user = awaited && (await internalAdapter.findUserById(awaited.value));
        return user && { id: user.id, email: user.email };
      }),
    },
  }) satisfies BetterAuthPlugin;
