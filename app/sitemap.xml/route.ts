import { getSettings } from '@/lib/env';
import { sitemapIndex, sitemapOf } from '@/lib/http/sitemap-xml';
import { listSitemapPages, listSitemapRecords } from '@/lib/site/sitemap-pages';
import { countSlugChunks } from '@/lib/structures/queries';

export const dynamic = 'force-dynamic';

/** One file while it is short; an index of parts when the records no longer fit one. */
export async function GET(): Promise<Response> {
  const { siteUrl } = getSettings();
  const chunks = await countSlugChunks();
  const headers = { 'content-type': 'application/xml; charset=utf-8' };
  if (chunks === 1) {
    const [pages, records] = await Promise.all([listSitemapPages(), listSitemapRecords(0)]);
    return new Response(sitemapOf(siteUrl, [...pages, ...records]), { headers });
  }
  const parts = ['pages', ...Array.from({ length: chunks }, (_, chunk) => `fabriques-${chunk + 1}`)];
  return new Response(
    sitemapIndex(
      siteUrl,
      parts.map((part) => `/sitemap/${part}.xml`),
    ),
    { headers },
  );
}
