import { officialCode } from '@/lib/geography/department-code';
import { listDepartments, listRegions } from '@/lib/geography/queries';
import { pathOf, queryOf } from '@/lib/http/request-target';
import { findCurrentSlug, getStructure } from '@/lib/structures/queries';
import { OWN_PAGE } from '@/lib/undocumented/own-pages';
import { listWaves } from '@/lib/waves/queries';
import { DIRECTORY_PATH, findDirectoryPage } from './directory-page';
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
/** What is not said by the letters alone: steps up, other hosts, the end of a path. */
const ODD_PATH = /[\\#?]|\/\/|\/\.{1,2}(\/|$)/;

const decodedParts = (path: string) => path.split('/').map(decodeURIComponent);

/** Where what answers may be a page for everybody, however its letters are written. */
export function mayBePublic(path: string): boolean {
  const decoded = decodedParts(path).join('/');
  return !NOT_PAGES.test(decoded) && !ODD_PATH.test(decoded);
}

const rowOf = (path: string) => PAGES.find(({ href }) => href === path);

export const isLivePage = (path: string): boolean => rowOf(path)?.isLive === true;

/** It is sent without what would make it live in the browser. */
export const isReadingPage = (path: string): boolean =>
  !isLivePage(path) &&
  (rowOf(path) !== undefined || path === NOT_FOUND_PATH || SHAPES.some((shape) => shape.path.test(path)));

/** « /regions/%62retagne » is « /regions/bretagne ». */
const canonicalPath = (path: string) => decodedParts(path).map(encodeURIComponent).join('/');

const alone = (path: string, room: PublicRoom): PublicPage => ({ target: path, canonical: path, room });

/** Pictures of a page, and an address that leads to the one without its last stroke. */
const BESIDE_PAGES = /\/(opengraph-image|apple-icon)(-\w+)?$|.\/$/;

/** `target`: path and query of a public address. Null for one that is nobody's. Throws what the database does. */
export async function findPublicPage(target: string): Promise<PublicPage | null> {
  const path = canonicalPath(pathOf(target));
  const query = new URLSearchParams(queryOf(target));
  const row = rowOf(path);
  if (path === DIRECTORY_PATH) return findDirectoryPage(query);
  const place = path === '/' ? query.get('lieu') : null;
  if (place !== null) return { target: `/?lieu=${encodeURIComponent(place)}`, canonical: '/', room: null };
  if (row) return alone(path, 'plain');
  if (BESIDE_PAGES.test(path)) return { target, canonical: path, room: null };

  for (const { path: shape, room, isKnown } of SHAPES) {
    const [, value, within = ''] = shape.exec(path)?.map(decodeURIComponent) ?? [];
    if (value !== undefined) return { ...alone(path, room), isKnown: () => isKnown(value, within) };
  }
  return null;
}
