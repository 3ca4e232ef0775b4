import type { Metadata } from 'next';
import { AnnouncementDate } from '@/components/figures/announcement-date';
import { CompositionOf } from '@/components/figures/composition-of';
import { CandidacyLine } from '@/components/waves/candidacy-line';
import { announcedAgainstListed } from '@/components/waves/wave-words';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import { publicWaveHref } from '@/lib/domain/public-href';
import { describeRule } from '@/lib/domain/rule-words';
import { type Composition, composeSet } from '@/lib/figures/composition';
import { todayInParis } from '@/lib/french/dates';
import { formatEuros, formatInteger } from '@/lib/french/numbers';
import { upperFirst } from '@/lib/french/words';
import { getCall, listWaves, type Wave } from '@/lib/waves/queries';
import '@/app/reading.css';

export const metadata: Metadata = {
  title: 'Les vagues',
  description:
    'Les annonces de l’appel «\u00A0Fabriques de territoire\u00A0», de la première à la dernière\u00A0: date, lauréats annoncés et connus, règle de l’aide.',
  alternates: { canonical: '/vagues' },
};

const setOfWave = (id: string) => updateFilter(EMPTY_FILTER, { vague: [id] });

export default async function WavesPage() {
  const [call, waves] = await Promise.all([getCall(), listWaves()]);
  const compositions = await Promise.all(waves.map(({ id }) => composeSet(setOfWave(id))));
  const today = todayInParis();
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>Les vagues</h1>
        <p className="lead">
          L’appel à manifestation d’intérêt (AMI) «{'\u00A0'}
          {call.name}
          {'\u00A0'}», ouvert le <Opening day={call.opensOn} />, vise {formatInteger(call.targetTotal)} fabriques d’ici{' '}
          {call.targetYear}
          {'\u00A0'}: {formatInteger(call.targetQpv)} en quartier prioritaire (QPV), {formatInteger(call.targetRural)}{' '}
          en territoire rural{call.budgetEuros === null ? null : `, pour ${formatEuros(call.budgetEuros)}`}. Ses
          lauréats ont été annoncés par vagues.
        </p>
      </header>
      {waves.map((wave, index) => (
        <WaveEntry key={wave.id} wave={wave} composition={compositions[index]} today={today} />
      ))}
    </div>
  );
}

function Opening({ day }: { day: string }) {
  return <AnnouncementDate wave={{ announcedOn: day, announcedOnPrecision: 'day', announcedPeriod: null }} />;
}

type WaveEntryProps = { wave: Wave; composition: Composition | undefined; today: string };

function WaveEntry({ wave, composition, today }: WaveEntryProps) {
  return (
    <section className="wave-entry" aria-labelledby={wave.id}>
      <div>
        <h2 id={wave.id}>
          <a className="plain" href={publicWaveHref(wave.id)}>
            {wave.shortLabel}
          </a>
        </h2>
        <p>
          <AnnouncementDate wave={wave} />
        </p>
      </div>
      <div>
        <p>
          <strong>{announcedAgainstListed(wave)}</strong>
        </p>
        {composition && wave.listedCount > 0 ? (
          <CompositionOf composition={composition} filter={setOfWave(wave.id)} />
        ) : null}
      </div>
      <div className="text-sm">
        <p>{`${upperFirst(describeRule(wave))}.`}</p>
        <p>
          <CandidacyLine wave={wave} today={today} />
        </p>
        <p>
          <a href={publicWaveHref(wave.id)}>
            L’annonce{'\u00A0'}: {wave.shortLabel.toLowerCase()}
          </a>
        </p>
      </div>
    </section>
  );
}
