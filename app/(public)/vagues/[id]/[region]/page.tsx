import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AnnouncementDate } from '@/components/figures/announcement-date';
import { TerritoryMap } from '@/components/map/static/territory-map';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PrintButton } from '@/components/ui/print-button';
import { AnnouncedSplit } from '@/components/waves/announced-split';
import { MoneyRuleBox } from '@/components/waves/money-rule-box';
import { RegionIndex } from '@/components/waves/region-index';
import { announcementLead, announcementTitle, countOf } from '@/components/waves/regional-words';
import { AnnouncementSources } from '@/components/waves/sources';
import { Turn } from '@/components/waves/turn';
import { announcedAgainstListed } from '@/components/waves/wave-words';
import { WhatIsAFabrique } from '@/components/waves/what-is-a-fabrique';
import { Winners } from '@/components/waves/winners';
import { directoryHref } from '@/lib/directory/href';
import { publicWaveHref } from '@/lib/domain/public-href';
import { getSettings } from '@/lib/env';
import { MOST_LISTED } from '@/lib/figures/laureates';
import { type RegionalAnnouncement, readRegionalAnnouncement } from '@/lib/figures/regional-announcement';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { inRegion, placeName } from '@/lib/geography/place-names';
import { readTerritoryPlan } from '../../../map-plans';
import '@/app/reading.css';

async function readAnnouncement({ params }: PageProps<'/vagues/[id]/[region]'>): Promise<RegionalAnnouncement> {
  const { id, region } = await params;
  const announcement = await readRegionalAnnouncement(id, region);
  if (!announcement) notFound();
  return announcement;
}

export async function generateMetadata(props: PageProps<'/vagues/[id]/[region]'>): Promise<Metadata> {
  const announcement = await readAnnouncement(props);
  const { wave, region } = announcement;
  const count = countOf(announcement);
  const title = announcementTitle(announcement);
  return {
    title: wave.rank === 1 && count > 0 ? `${title}, ${wave.shortLabel.toLowerCase()}` : title,
    description: count > 0 ? announcementLead(announcement) : `${title}. ${announcedAgainstListed(wave)}.`,
    alternates: { canonical: publicWaveHref(wave.id, region.slug) },
    ...(count === 0 && { robots: { index: false, follow: true } }),
  };
}

export default async function RegionalPage(props: PageProps<'/vagues/[id]/[region]'>) {
  const announcement = await readAnnouncement(props);
  const { wave, region, sources, lastChange } = announcement;
  const count = countOf(announcement);
  return (
    <div className="wrap">
      <Breadcrumb
        crumbs={[
          { label: 'Vagues', href: '/vagues' },
          { label: wave.shortLabel, href: publicWaveHref(wave.id) },
        ]}
        current={placeName(region.name)}
        siteUrl={getSettings().siteUrl}
      />
      <header className="ann-head">
        <div>
          <p className="date">
            <AnnouncementDate wave={wave} /> · {wave.shortLabel}
          </p>
          <h1>{announcementTitle(announcement)}</h1>
        </div>
        <p className="lead">{count > 0 ? announcementLead(announcement) : `${announcedAgainstListed(wave)}.`}</p>
      </header>
      <div className="ann">
        <div>
          {count > 0 ? <Names announcement={announcement} /> : <NoName announcement={announcement} />}
          <Announced announcement={announcement} />
        </div>
        <div>
          {count > 0 ? <RegionalMap announcement={announcement} /> : null}
          <MoneyRuleBox wave={wave} />
          <WhatIsAFabrique />
        </div>
      </div>
      <Elsewhere announcement={announcement} />
      <AnnouncementSources wave={wave} sources={sources} lastChange={lastChange} />
      <NextPages announcement={announcement} />
    </div>
  );
}

type PartProps = { announcement: RegionalAnnouncement };

function Names({ announcement }: PartProps) {
  const { laureates, filter } = announcement;
  const count = countOf(announcement);
  return (
    <section aria-labelledby="laureats">
      <h2 id="laureats" className="vh">
        Les lauréats
      </h2>
      {count > MOST_LISTED ? (
        <p className="note mb-6">Voici les {formatInteger(laureates.length)} premiers noms.</p>
      ) : null}
      <Winners laureates={laureates} />
      <p className="linkrow no-print mt-4 items-center">
        <a href={directoryHref(filter)}>
          {count === 1 ? 'Le voir dans l’annuaire' : `Ces ${formatInteger(count)} dans l’annuaire`}
        </a>
        <PrintButton />
      </p>
    </section>
  );
}

function NoName({ announcement: { wave, region } }: PartProps) {
  return (
    <section className="empty" aria-labelledby="laureats">
      <h2 id="laureats">Aucun lauréat connu {inRegion(region)}</h2>
      <p>
        {wave.listedCount === 0
          ? 'La liste des noms de cette vague n’est pas publiée, ou n’a pas été trouvée.'
          : 'Aucun des noms connus de cette vague n’est dans la région.'}{' '}
        <a href={`/regions/${region.slug}`}>Voir toutes les fabriques de la région</a>.
      </p>
    </section>
  );
}

function Announced({ announcement: { wave, call, waveComposition } }: PartProps) {
  const allInQpv = wave.listedCount > 0 && waveComposition.qpv === wave.listedCount;
  return (
    <section aria-labelledby="annonce">
      <h2 id="annonce">Ce qui a été annoncé pour toute la France</h2>
      <AnnouncedSplit wave={wave} call={call} />
      {allInQpv ? (
        <p>
          Tous sont en quartier prioritaire de la politique de la ville (QPV). L’annuaire en connaît{' '}
          {formatInteger(wave.listedCount)} par leur nom.
        </p>
      ) : null}
      {wave.note ? <p className="small soft">{wave.note}</p> : null}
    </section>
  );
}

async function RegionalMap({ announcement }: PartProps) {
  const { region, laureates, wave, filter } = announcement;
  const plan = await readTerritoryPlan({ level: 'region', code: region.code }, filter, 'inside');
  const { points } = plan;
  return (
    <TerritoryMap
      label={`Carte\u00A0: ${placeName(region.name)}, ${formatInteger(points.length)} ${plural(points.length, 'lauréat', 'lauréats')}, ${wave.shortLabel}. Les numéros sont ceux de la liste.`}
      plan={plan}
      withoutPosition={laureates.length - points.length}
    />
  );
}

function Elsewhere({ announcement: { wave, region, regions } }: PartProps) {
  if (regions.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="ailleurs">
      <div className="sec-head">
        <h2 id="ailleurs">{wave.shortLabel} ailleurs</h2>
        <span className="soft">{announcedAgainstListed(wave)}</span>
      </div>
      <RegionIndex
        current={region.slug}
        entries={regions
          .toSorted((a, b) => b.count - a.count)
          .map(({ slug, name, count }) => ({ slug, name, count, href: publicWaveHref(wave.id, slug) }))}
      />
    </section>
  );
}

function NextPages({ announcement: { region, next } }: PartProps) {
  const name = placeName(region.name);
  return (
    <Turn
      label="À lire ensuite"
      links={[
        {
          href: `/regions/${region.slug}`,
          over: 'La feuille de la région',
          name: `${name}, ${formatInteger(region.structures)} ${plural(region.structures, 'fabrique', 'fabriques')}`,
        },
        ...(next
          ? [
              {
                href: publicWaveHref(next.wave.id, region.slug),
                over: 'Vague suivante dans la région',
                name: `${next.wave.shortLabel}, ${formatInteger(next.count)} ${plural(next.count, 'lauréat', 'lauréats')}`,
              },
            ]
          : []),
      ]}
    />
  );
}
