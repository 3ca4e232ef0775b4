const LONGEST = 500;
const OFFICE = '/admin';

/** What could leave the site (another host, `//`, a backslash, a control character) or loop is dropped. */
export function safeNextPage(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > LONGEST || !/^\/admin(?:[/?#]|$)/.test(asked)) return OFFICE;
  if (/[\\\p{Cc}]/u.test(asked)) return OFFICE;
  const read = new URL(asked, 'http://site.invalid');
  return read.host === 'site.invalid' && /^\/admin(?:\/|$)/.test(read.pathname)
    ? read.pathname + read.search + read.hash
    : OFFICE;
}

export const signInHref = (path: string): string => {
  const next = safeNextPage(path);
  return next === OFFICE ? '/connexion' : `/connexion?suite=${encodeURIComponent(next)}`;
};
