import { nextCookies } from 'better-auth/next-js';

/**
 * Hands the cookies of sign-in and sign-out to Next. Reading who asks hands over none, not even that of a session which is
 * over: Next would draw the page anew, and lead away from the form in which someone is writing.
 */
export function cookiesForNext() {
  const plugin = nextCookies();
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: ({ path }: { path?: string | undefined }) => path !== '/get-session',
  }));
  return { ...plugin, hooks: { ...plugin.hooks, after } };
}
