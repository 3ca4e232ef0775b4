import { nextCookies } from 'better-auth/next-js';

/** A cookie set by reading a session that is over makes Next draw the page anew, and lose the form being written. */
export function cookiesForNext() {
  const plugin = nextCookies();
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: ({ path }: { path?: string | undefined }) => path !== '/get-session',
  }));
  return { ...plugin, hooks: { ...plugin.hooks, after } };
}
