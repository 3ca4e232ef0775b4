import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { createAuthEndpoint, createAuthMiddleware } from 'better-auth/api';
import { generateRandomString } from 'better-auth/crypto';
import { z } from 'zod';
import { networkOfRequest, rememberDevice } from './known-devices';
import { DEVICE_KNOWN_SECONDS } from './session-rules';

/** Signed alike, the value of another cookie must not pass for a device. */
const PREFIX = 'appareil-';

const cookieOf = ({ context }: GenericEndpointContext) =>
  context.createAuthCookie('device', { maxAge: DEVICE_KNOWN_SECONDS });

/** Null without a cookie, or when this site did not sign it. */
async function readDevice(ctx: GenericEndpointContext): Promise<string | null> {
  const value = await ctx.getSignedCookie(cookieOf(ctx).name, ctx.context.secret);
  return value && value.startsWith(PREFIX) ? value : null;
}

/** For one more year. */
async function knowDevice(ctx: GenericEndpointContext, userId: string, hasEntered: boolean) {
  const device = (await readDevice(ctx)) ?? PREFIX + generateRandomString(32, 'a-z', 'A-Z', '0-9');
  await rememberDevice(userId, { device, network: networkOfRequest(new Headers(ctx.headers)), hasEntered });
  const { name, attributes } = cookieOf(ctx);
  await ctx.setSignedCookie(name, device, ctx.context.secret, attributes);
}

/** Its cookie lets nobody in: it has attempts counted apart from those of strangers, so that nobody makes its owner wait. */
export const deviceCookie = () =>
  ({
    id: 'device-cookie',
    endpoints: {
      readDevice: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, readDevice),
      knowDevice: createAuthEndpoint.serverOnly(
        { method: 'POST', requireHeaders: true, body: z.object({ userId: z.string() }) },
        (ctx) => knowDevice(ctx, ctx.body.userId, false),
      ),
    },
    hooks: {
      after: [
        {
          // Whichever the way in: there is no session yet while a code is awaited.
          matcher: ({ context }) => Boolean(context.newSession),
          handler: createAuthMiddleware(async (ctx) => {
            if (ctx.context.newSession) await knowDevice(ctx, ctx.context.newSession.user.id, true);
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;
