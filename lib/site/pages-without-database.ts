import { NOT_FOUND_PATH, PAGES_WITHOUT_DATABASE } from './pages';

const PATHS = new Set([
  ...PAGES_WITHOUT_DATABASE.map(({ href }) => href),
  NOT_FOUND_PATH,
  '/robots.txt',
  '/favicon.ico',
  '/icon.svg',
  '/apple-icon',
  '/opengraph-image',
]);

const FOLDERS = ['/carte/', '/.well-known/', '/_next/'];

export const needsNoDatabase = (path: string): boolean =>
  PATHS.has(path) || FOLDERS.some((folder) => path.startsWith(folder));
