import { countFacets } from '@/lib/directory/facets';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { publicWaveHref, recordHref } from '@/lib/domain/public-href';
import { listDepartments, listRegions } from '@/lib/geography/queries';
import type { SitemapPage } from '@/lib/http/sitemap-xml';
import { listStructureSlugs } from '@/lib/structures/queries';
import { listWaves } from '@/lib/waves/queries';
import { PAGES } from './pages';

/** Of the announcements, those of régions with a laureate: the others say that there is none. */
async function wavePages(): Promise<SitemapPage[]> {
  const waves = await listWaves();
  const pages = await Promise.all(
    waves.map(async ({ id, updatedAt }) => {
      const { region } = await countFacets({ ...EMPTY_FILTER, vague: [id] });
      const regional = region
        .filter(({ count }) => count > 0)
        .map(({ value }) => ({ path: publicWaveHref(id, value), updatedAt }));
      return [{ path: publicWaveHref(id), updatedAt }, ...regional];
    }),
  );
  return pages.flat();
}

export async function listSitemapPages(): Promise<SitemapPage[]> {
  const [regions, departments, waves] = await Promise.all([listRegions(), listDepartments(), wavePages()]);
  return [
    ...PAGES.map(({ href }) => ({ path: href })),
    ...regions.map(({ slug }) => ({ path: `/regions/${slug}` })),
    ...departments.filter(({ structures }) => structures > 0).map(({ code }) => ({ path: `/departements/${code}` })),
    ...waves,
  ];
}

export const listSitemapRecords = async (chunk: number): Promise<SitemapPage[]> =>
  (await listStructureSlugs(chunk)).map(({ slug, updatedAt }) => ({ path: recordHref(slug), updatedAt }));
