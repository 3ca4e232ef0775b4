import { getSettings } from '@/lib/env';
import { type SitemapPage, sitemapOf } from '@/lib/http/sitemap-xml';
import { listSitemapPages, listSitemapRecords } from '@/lib/site/sitemap-pages';
import { countSlugChunks } from '@/lib/structures/queries';

export const dynamic = 'force-dynamic';

/** `pages.xml`, or `fabriques-1.xml` and the following; null for any other name. */
async function readPart(name: string): Promise<SitemapPage[] | null> {
  if (name === 'pages.xml') return listSitemapPages();
  const number = Number(/^fabriques-([1-9]\d{0,4})\.xml$/.exec(name)?.[1]);
  return number && number <= (await countSlugChunks()) ? listSitemapRecords(number - 1) : null;
}

export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const pages = await readPart((await params).part);
  if (!pages) {
    return new Response('Cette partie du plan du site n’existe pas.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  return new Response(sitemapOf(getSettings().siteUrl, pages), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
}
