import { expect, it } from 'vitest';
import { sitemapIndex, sitemapOf } from '@/lib/http/sitemap-xml';

it('a sitemap gives whole addresses, with the date of the last change where one is known', () => {
  const xml = sitemapOf('https://fabriques.example.fr', [
    { path: '/fabriques/la-condition-publique-roubaix', updatedAt: '2026-11-23T10:00:00+00:00' },
    { path: '/vagues' },
  ]);
  expect(xml).toContain(
    '<url><loc>https://fabriques.example.fr/fabriques/la-condition-publique-roubaix</loc><lastmod>2026-11-23T10:00:00+00:00</lastmod></url>',
  );
  expect(xml).toContain('<url><loc>https://fabriques.example.fr/vagues</loc></url>');
});

it('no address can break the document', () => {
  expect(sitemapOf('https://a.fr', [{ path: '/x?a=1&b=<' }])).toContain('/x?a=1&amp;b=&lt;');
  expect(sitemapIndex('https://a.fr', ['/sitemap/pages.xml'])).toContain(
    '<sitemap><loc>https://a.fr/sitemap/pages.xml</loc></sitemap>',
  );
});
