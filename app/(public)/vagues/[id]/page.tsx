import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AnnouncementDate } from '@/components/figures/announcement-date';
import { CompositionOf } from '@/components/figures/composition-of';
import { FranceMap } from '@/components/map/static/france-map';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PrintButton } from '@/components/ui/print-button';
import { AnnouncedSplit } from '@/components/waves/announced-split';
import { CandidacyLine } from '@/components/waves/candidacy-line';
import { LaureatesByRegion } from '@/components/waves/laureates-by-region';
import { MoneyRuleBox } from '@/components/waves/money-rule-box';
import { regionLinksOf } from '@/components/waves/region-links';
import { AnnouncementSources } from '@/components/waves/sources';
import { Turn } from '@/components/waves/turn';
import { WaveCounts } from '@/components/waves/wave-counts';
import { announcedAgainstListed } from '@/components/waves/wave-words';
import { WhatIsAFabrique } from '@/components/waves/what-is-a-fabrique';
import { publicWaveHref } from '@/lib/domain/public-href';
import { getSettings } from '@/lib/env';
import { readWaveSheet, type WaveSheet } from '@/lib/figures/wave-sheet';
import { formatDateWithPrecision, todayInParis } from '@/lib/french/dates';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { readFrancePlan } from '../../map-plans';
import '@/app/reading.css';

async function readWave(id: string): Promise<WaveSheet> {
  const sheet = await readWaveSheet(id);
  if (!sheet) notFound();
  return sheet;
}

export async function generateMetadata({ params }: PageProps<'/vagues/[id]'>): Promise<Metadata> {
  const { wave } = await readWave((await params).id);
  const { announcedOn: date, announcedOnPrecision: precision, announcedPeriod: period } = wave;
  return {
    title: wave.label,
    description: `Annonce\u00A0: ${formatDateWithPrecision({ date, precision, period })}. ${announcedAgainstListed(wave)}. Règle de l’aide, candidatures et liste par région.`,
    alternates: { canonical: publicWaveHref(wave.id) },
  };
}

export default async function WavePage({ params }: PageProps<'/vagues/[id]'>) {
  const sheet = await readWave((await params).id);
  const { wave, call, composition, filter, laureates, regions, sources, lastChange } = sheet;
  const { siteUrl } = getSettings();
  const map = await readFrancePlan(filter);
  return (
    <div className="wrap">
      <Breadcrumb crumbs={[{ label: 'Vagues', href: '/vagues' }]} current={wave.shortLabel} siteUrl={siteUrl} />
      <header className="ann-head">
        <div>
          <p className="date">
            <AnnouncementDate wave={wave} />
          </p>
          <h1>{wave.label}</h1>
        </div>
        <p className="lead">{announcedAgainstListed(wave)}.</p>
      </header>
      <div className="ann">
        <div>
          <WaveCounts sheet={sheet} />
          {wave.listedCount > 0 ? <CompositionOf composition={composition} filter={filter} /> : null}
          <section aria-labelledby="annonce">
            <h2 id="annonce">Ce qui a été annoncé</h2>
            <AnnouncedSplit wave={wave} call={call} />
            {wave.note ? <p>{wave.note}</p> : null}
          </section>
          <section aria-labelledby="candidatures">
            <h2 id="candidatures">Les candidatures</h2>
            <p>
              <CandidacyLine wave={wave} today={todayInParis()} />
            </p>
          </section>
          <WhatIsAFabrique />
          <PrintButton />
        </div>
        <div>
          <MoneyRuleBox wave={wave} />
          {map.located > 0 ? <FranceMap plan={map} regions={regionLinksOf(sheet)} /> : null}
        </div>
      </div>
      <section className="sec" aria-labelledby="liste">
        <div className="sec-head">
          <h2 id="liste">
            {wave.listedCount > 0
              ? `${plural(wave.listedCount, 'Le', `Les ${formatInteger(wave.listedCount)}`)} ${plural(wave.listedCount, 'lauréat', 'lauréats')}, par région`
              : 'Les lauréats'}
          </h2>
          <span className="soft">{announcedAgainstListed(wave)}</span>
        </div>
        {wave.listedCount > 0 ? (
          <LaureatesByRegion
            waveId={wave.id}
            laureates={laureates}
            regions={regions}
            filter={filter}
            total={wave.listedCount}
          />
        ) : (
          <p className="empty">
            La liste des noms n’est pas publiée, ou n’a pas été trouvée{'\u00A0'}: aucun n’est inscrit ici.{' '}
            <a href="/fabriques">Voir les autres vagues dans l’annuaire</a>.
          </p>
        )}
      </section>
      <AnnouncementSources wave={wave} sources={sources} lastChange={lastChange} />
      <Turn
        label="Vagues voisines"
        links={sheet.beside.map((other) => ({ ...other, href: publicWaveHref(other.id) }))}
      />
    </div>
  );
}
