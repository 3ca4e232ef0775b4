import { officialCode } from '@/lib/geography/department-code';
import { listDepartments, listRegions } from '@/lib/geography/queries';
import { findCurrentSlug, getStructure } from '@/lib/structures/queries';
import { OWN_PAGE } from '@/lib/undocumented/own-pages';
import { listWaves } from '@/lib/waves/queries';
import { findDirectoryPage } from './directory-page';
import type { PublicPage, PublicRoom } from './page-room';
import { NOT_FOUND_PATH, PAGES } from './pages';

type Shape = { path: RegExp; room: PublicRoom; isKnown: (value: string, within: string) => Promise<boolean> };

const isRecord = async (slug: string) => (await getStructure(slug)) !== null || (await findCurrentSlug(slug)) !== null;
const isRegion = async (slug: string) => (await listRegions()).some((region) => region.slug === slug);
const isWave = async (id: string) => (await listWaves()).some((wave) => wave.id === id);
const isDepartment = async (written: string) =>
  (await listDepartments()).some(({ code }) => code === officialCode(written));

const SHAPES: Shape[] = [
  { path: OWN_PAGE, room: 'plain', isKnown: async () => false },
  { path: /^\/fabriques\/([^/]+)$/, room: 'record', isKnown: isRecord },
  { path: /^\/regions\/([^/]+)$/, room: 'plain', isKnown: isRegion },
  { path: /^\/departements\/([^/]+)$/, room: 'plain', isKnown: isDepartment },
  { path: /^\/vagues\/([^/]+)$/, room: 'plain', isKnown: isWave },
  {
    path: /^\/vagues\/([^/]+)\/([^/]+)$/,
    room: 'plain',
    isKnown: async (id, region) => (await isWave(id)) && isRegion(region),
  },
];

const NOT_PAGES =
  /^\/((admin|connexion|acces|api|_next|carte|sitemap|\.well-known)(\/|$)|(enhancement\.js|robots\.txt|sitemap\.xml|icon\.svg|favicon\.ico)$)/;

/** Where what answers may be a page for everybody. */
export const mayBePublic = (path: string): boolean => !NOT_PAGES.test(path);

const rowOf = (path: string) => PAGES.find(({ href }) => href === path);

/** It is sent without what would make it live in the browser. */
export const isReadingPage = (path: string): boolean => {
  const row = rowOf(path);
  return row ? !row.isLive : path === NOT_FOUND_PATH || SHAPES.some((shape) => shape.path.test(path));
};

/** « /regions/%62retagne » is « /regions/bretagne ». */
const canonicalPath = (path: string) => path.split('/').map(decodeURIComponent).map(encodeURIComponent).join('/');

const alone = (path: string, room: PublicRoom | null): PublicPage => ({ target: path, canonical: path, room });

/** `target`: path and query of a readable address. Null for one that is nobody's. Throws what the database does. */
export async function findPublicPage(target: string): Promise<PublicPage | null> {
  // No URL is made of it: « //elsewhere/regions » would be read as an address of another host.
  const [written = '', query = ''] = target.split(/\?(.*)/s);
  const path = canonicalPath(written);
  const searchParams = new URLSearchParams(query);
  const row = rowOf(path);
  if (row?.isLive) return findDirectoryPage(searchParams);
  const place = path === '/' ? searchParams.get('lieu') : null;
  if (place !== null) return { target: `/?lieu=${encodeURIComponent(place)}`, canonical: '/', room: null };
  if (row) return alone(path, 'plain');

  for (const { path: shape, room, isKnown } of SHAPES) {
    const [, value, within = ''] = shape.exec(path)?.map(decodeURIComponent) ?? [];
    if (value !== undefined) return (await isKnown(value, within)) ? alone(path, room) : null;
  }
  return path === NOT_FOUND_PATH ? null : alone(path, null);
}
