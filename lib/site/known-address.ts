import { officialCode } from '@/lib/geography/department-code';
import { listDepartments, listRegions } from '@/lib/geography/queries';
import { findCurrentSlug, getStructure } from '@/lib/structures/queries';
import { OWN_PAGE } from '@/lib/undocumented/own-pages';
import { listWaves } from '@/lib/waves/queries';

const isRecord = async (slug: string) => (await getStructure(slug)) !== null || (await findCurrentSlug(slug)) !== null;
const isRegion = async (slug: string) => (await listRegions()).some((region) => region.slug === slug);
const isWave = async (id: string) => (await listWaves()).some((wave) => wave.id === id);
const isDepartment = async (written: string) =>
  (await listDepartments()).some(({ code }) => code === officialCode(written));

/** The addresses that exist only for some values, by their parts: each answers whether these values are known. */
const PAGES: [shape: RegExp, isKnown: (value: string, within: string) => Promise<boolean>][] = [
  [OWN_PAGE, async () => false],
  [/^\/fabriques\/([^/]+)$/, isRecord],
  [/^\/regions\/([^/]+)$/, isRegion],
  [/^\/departements\/([^/]+)$/, isDepartment],
  [/^\/vagues\/([^/]+)$/, isWave],
  [/^\/vagues\/([^/]+)\/([^/]+)$/, async (id, region) => (await isWave(id)) && isRegion(region)],
];

/**
 * Whether a page can be at this path, from what is remembered where possible: the page then reads the same answers. A former
 * address and another way to write a code are known too, since the page leads on from them.
 */
export async function isKnownAddress(pathname: string): Promise<boolean> {
  const path = decodeURI(pathname);
  for (const [shape, isKnown] of PAGES) {
    const [, value, within = ''] = shape.exec(path) ?? [];
    if (value !== undefined) return isKnown(value, within);
  }
  return true;
}
