import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { AwardMoney } from '@/components/awards/award-money';
import { BackLink } from '@/components/structures/back-link';
import { NearbyList } from '@/components/structures/nearby-list';
import { RecordFacts } from '@/components/structures/record-facts';
import { RecordHead } from '@/components/structures/record-head';
import { RecordMap } from '@/components/structures/record-map';
import { RecordSources } from '@/components/structures/record-sources';
import { Breadcrumb, type Crumb } from '@/components/ui/breadcrumb';
import { JsonLd } from '@/components/ui/json-ld';
import { recordHref } from '@/lib/domain/public-href';
import { getSettings } from '@/lib/env';
import { type ReportReason, reportHref } from '@/lib/structures/error-report';
import { toLinkedData } from '@/lib/structures/linked-data';
import { findCurrentSlug, getStructure } from '@/lib/structures/queries';
import type { StructureRecord } from '@/lib/structures/record';
import { describeRecord } from '@/lib/structures/record-words';
import { toShownRecord } from '@/lib/structures/shown-record';
import { readAround } from './read-around';
import '@/app/reading.css';

/** A former address leads to the present one for good, any other is a 404. */
async function openRecord(slug: string): Promise<StructureRecord> {
  const record = await getStructure(slug);
  if (record) return record;
  const current = await findCurrentSlug(slug);
  return current === null ? notFound() : permanentRedirect(recordHref(current));
}

export async function generateMetadata({ params }: PageProps<'/fabriques/[slug]'>): Promise<Metadata> {
  const record = toShownRecord(await openRecord((await params).slug));
  const title = `${record.name}, ${record.commune.name}`;
  const description = describeRecord(record);
  const canonical = recordHref(record.slug);
  return {
    title,
    description,
    alternates: { canonical },
    openGraph: {
      type: 'article',
      locale: 'fr_FR',
      siteName: 'Fabriques de territoire',
      title,
      description,
      url: canonical,
    },
  };
}

function crumbsOf({ region, department }: StructureRecord): Crumb[] {
  const crumbs = [
    { label: 'Annuaire', href: '/fabriques' },
    { label: region.name, href: `/regions/${region.slug}` },
  ];
  // Overseas, région and département are one place with one name.
  if (department.name !== region.name) {
    crumbs.push({ label: department.name, href: `/departements/${department.code}` });
  }
  return crumbs;
}

export default async function RecordPage({ params }: PageProps<'/fabriques/[slug]'>) {
  const raw = await openRecord((await params).slug);
  const record = toShownRecord(raw);
  const { nearby, map } = await readAround(record.slug);
  const { siteUrl, contactEmail } = getSettings();
  const pageUrl = siteUrl + recordHref(record.slug);
  const report = (reason: ReportReason) => contactEmail && reportHref(contactEmail, pageUrl, record, reason);
  return (
    <div className="wrap">
      <BackLink />
      <Breadcrumb crumbs={crumbsOf(record)} current={record.name} siteUrl={siteUrl} />
      <div className="record">
        <div>
          <RecordHead record={record} />
          <section aria-labelledby="fiche">
            <div className="facts-head">
              <h2 id="fiche">La fiche</h2>
              <span>Sur quoi cela repose</span>
            </div>
            <RecordFacts record={record} describeHref={report('description')} />
          </section>
          <section aria-labelledby="aide">
            <h2 id="aide">L’aide</h2>
            {record.awards.map((award) => (
              <AwardMoney
                key={award.wave.id}
                award={award}
                region={record.region}
                name={record.name}
                isOnly={record.awards.length === 1}
                reportHref={report('amount')}
              />
            ))}
          </section>
        </div>
        <div className="record-aside">
          <RecordMap plan={map} />
          <section aria-labelledby="proches">
            <h2 id="proches">{nearby.by === 'distance' ? 'Les plus proches' : 'Dans le même territoire'}</h2>
            <NearbyList record={record} nearby={nearby} />
          </section>
          <section aria-labelledby="sources">
            <h2 id="sources">Sources et changements</h2>
            <RecordSources record={record} reportHref={report('error')} />
          </section>
        </div>
      </div>
      <JsonLd data={toLinkedData(raw, pageUrl)} />
    </div>
  );
}
