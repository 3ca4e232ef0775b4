import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Directory } from '@/components/directory/directory';
import { sendView } from '@/components/directory/sent-view';
import { describeSet, summarizeSet } from '@/lib/directory/describe';
import { countFacets } from '@/lib/directory/facets';
import { countPages, countValues, type DirectoryFilter } from '@/lib/directory/filter';
import { directoryHref } from '@/lib/directory/href';
import { readDirectoryFilter } from '@/lib/directory/read-filter';
import { getSettings } from '@/lib/env';
import { readTypedCommune } from './commune-question';
import { nameSet } from './named-set';
import { readView } from './read-view';
import '@/app/directory.css';

const isIndexed = (filter: DirectoryFilter) =>
  countValues(filter) <= 1 && filter.q === '' && filter.near === null && filter.zone === null;

export async function generateMetadata({ searchParams }: PageProps<'/fabriques'>): Promise<Metadata> {
  const raw = await searchParams;
  const { filter: asked } = await readDirectoryFilter(raw);
  const { filter, question } = await readTypedCommune(raw, asked);
  const [facets, set] = await Promise.all([countFacets(filter), nameSet(filter)]);
  const { total } = facets;
  const page = Math.min(filter.page, countPages(total));
  const [qpv, rural, unknown] = facets.territoire.map(({ count }) => count);
  const title = describeSet(total, set) + (page > 1 ? `, page ${page}` : '');
  const description = summarizeSet(total, set, { qpv: qpv ?? 0, rural: rural ?? 0, unknown: unknown ?? 0 });
  const canonical = getSettings().siteUrl + directoryHref({ ...filter, page });
  return {
    title,
    description,
    alternates: { canonical },
    openGraph: { title, description, url: canonical },
    ...((question || !isIndexed(filter)) && { robots: { index: false, follow: true } }),
  };
}

export default async function DirectoryPage({ searchParams }: PageProps<'/fabriques'>) {
  const raw = await searchParams;
  const { filter: asked, ignored } = await readDirectoryFilter(raw);
  const { filter, question, redirectTo } = await readTypedCommune(raw, asked);
  if (redirectTo !== undefined) redirect(redirectTo);
  return <Directory sent={sendView(await readView({ filter, ignored, question }))} />;
}
