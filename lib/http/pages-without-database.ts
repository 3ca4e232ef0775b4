const PAGES = new Set([
  '/a-propos',
  '/accessibilite',
  '/donnees-personnelles',
  '/mentions-legales',
  '/robots.txt',
  '/favicon.ico',
  '/icon.svg',
  '/apple-icon',
  '/opengraph-image',
]);

const FOLDERS = ['/carte/', '/.well-known/', '/_next/'];

export const needsNoDatabase = (path: string): boolean =>
  PAGES.has(path) || FOLDERS.some((folder) => path.startsWith(folder));
