import { countFacets } from '@/lib/directory/facets';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { listDepartments, listRegions } from '@/lib/geography/queries';
import type { SitemapPage } from '@/lib/http/sitemap-xml';
import { listStructureSlugs } from '@/lib/structures/queries';
import { listWaves } from '@/lib/waves/queries';
import { PAGES } from './pages';

/** A wave and the announcements of the régions where it has a laureate: the others say there is none, and are not offered. */
async function wavePages(): Promise<SitemapPage[]> {
  const waves = await listWaves();
  const pages = await Promise.all(
    waves.map(async ({ id, updatedAt }) => {
      const { region } = await countFacets({ ...EMPTY_FILTER, vague: [id] });
      const regional = region
        .filter(({ count }) => count > 0)
        .map(({ value }) => ({ path: `/vagues/${id}/${value}`, updatedAt }));
      return [{ path: `/vagues/${id}`, updatedAt }, ...regional];
    }),
  );
  return pages.flat();
}

/** Every public page but the records: the fixed ones, territories with a laureate, waves and their regional announcements. */
export async function listSitemapPages(): Promise<SitemapPage[]> {
  const [regions, departments, waves] = await Promise.all([listRegions(), listDepartments(), wavePages()]);
  return [
    ...PAGES.map(({ href }) => ({ path: href })),
    ...regions.map(({ slug }) => ({ path: `/regions/${slug}` })),
    ...departments.filter(({ structures }) => structures > 0).map(({ code }) => ({ path: `/departements/${code}` })),
    ...waves,
  ];
}

/** One chunk of the records, counted from 0. */
export const listSitemapRecords = async (chunk: number): Promise<SitemapPage[]> =>
  (await listStructureSlugs(chunk)).map(({ slug, updatedAt }) => ({ path: `/fabriques/${slug}`, updatedAt }));
