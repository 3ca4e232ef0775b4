/** `path` is percent-encoded already, `updatedAt` an ISO instant. */
export type SitemapPage = { path: string; updatedAt?: string };

const XML_SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => XML_SIGNS[sign] ?? sign);

const document = (root: 'urlset' | 'sitemapindex', entries: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</${root}>\n`;

/** sitemaps.org 0.9; `siteUrl` has no trailing slash. */
export const sitemapOf = (siteUrl: string, pages: readonly SitemapPage[]): string =>
  document(
    'urlset',
    pages.map(({ path, updatedAt }) => {
      const changed = updatedAt ? `<lastmod>${escapeXml(updatedAt)}</lastmod>` : '';
      return `<url><loc>${escapeXml(siteUrl + path)}</loc>${changed}</url>`;
    }),
  );

export const sitemapIndex = (siteUrl: string, paths: readonly string[]): string =>
  document(
    'sitemapindex',
    paths.map((path) => `<sitemap><loc>${escapeXml(siteUrl + path)}</loc></sitemap>`),
  );
