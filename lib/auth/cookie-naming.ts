const COOKIE = 'fabriques';

/** A cookie that only this very host, over https, may set or read; a plain http trial has no such prefix. */
export const cookieNaming = (siteUrl: string) => {
  const isSecure = siteUrl.startsWith('https:');
  return {
    // The library's own switch would put `__Secure-` before the name.
    useSecureCookies: false,
    cookiePrefix: isSecure ? `__Host-${COOKIE}` : COOKIE,
    defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: 'lax' as const, path: '/' },
  };
};

/** Better Auth adds the name of the cookie to the prefix. */
export const signedCookieName = (siteUrl: string, cookie: 'session_token' | 'device'): string =>
  `${cookieNaming(siteUrl).cookiePrefix}.${cookie}`;
