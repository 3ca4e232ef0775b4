import type { MetadataRoute } from 'next';
import { getSettings } from '@/lib/env';

/** The address of the site is a setting of the running program, not of the build. */
export const dynamic = 'force-dynamic';

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api', '/admin', '/connexion', '/acces'] },
    sitemap: `${getSettings().siteUrl}/sitemap.xml`,
  };
}
