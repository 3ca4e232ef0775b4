import { apiRoute, notFound } from '@/lib/api/route';
import { toApiRecord } from '@/lib/api/structures';
import { getSettings } from '@/lib/env';
import { findCurrentSlug, getStructure } from '@/lib/structures/queries';

type Context = { params: Promise<{ slug: string }> };

const LONGEST_SLUG = 300;

/** A former address leads to the present one for good; anything else unknown is a 404. */
export const GET = apiRoute('/api/v1/structures/[slug]', async (_, { params }: Context) => {
  const { slug } = await params;
  if (slug.length > LONGEST_SLUG) return notFound('Aucune structure n’a cette adresse.');
  const structure = await getStructure(slug);
  if (structure) {
    return { key: `structure ${slug}`, read: async () => toApiRecord(structure, getSettings().siteUrl) };
  }
  const current = await findCurrentSlug(slug);
  if (current === null) return notFound('Aucune structure n’a cette adresse.');
  return new Response(null, { status: 308, headers: { location: `/api/v1/structures/${current}` } });
});
