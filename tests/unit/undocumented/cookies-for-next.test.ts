import { nextCookies } from 'better-auth/next-js';
import { expect, it } from 'vitest';
import { cookiesForNext } from '@/lib/undocumented/cookies-for-next';

it('Better Auth gives Next the cookies of every answer, but for ours to who asks who they are', () => {
  const theirs = nextCookies().hooks.after;
  const ours = cookiesForNext().hooks.after;
  expect(theirs).toHaveLength(1);
  expect(ours).toEqual([{ handler: expect.any(Function), matcher: expect.any(Function) }]);
  for (const path of ['/sign-in/email', '/sign-out', '/get-session']) {
    expect([path, ours[0]?.matcher({ path })]).toEqual([path, path !== '/get-session']);
    expect(Reflect.apply(theirs[0]?.matcher ?? (() => false), null, [{ path }])).toBe(true);
  }
});
