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

const PAGES: [shape: RegExp, isKnown: (value: string, within: string) => Promise<boolean>][] = [
  [OWN_PAGE, async () => false],
  [/^\/fabriques\/([^/]+)$/, isRecord],
  [/^\/regions\/([^/]+)$/, isRegion],
  [/^\/departements\/([^/]+)$/, isDepartment],
  [/^\/vagues\/([^/]+)$/, isWave],
  [/^\/vagues\/([^/]+)\/([^/]+)$/, async (id, region) => (await isWave(id)) && isRegion(region)],
];

/** From what is remembered where possible. Former addresses and other ways to write a code are known: the page leads on. */
export async function isKnownAddress(pathname: string): Promise<boolean> {
  const path = decodeURI(pathname);
  for (const [shape, isKnown] of PAGES) {
    const [, value, within = ''] = shape.exec(path) ?? [];
    if (value !== undefined) return isKnown(value, within);
  }
  return true;
}
