import { AnnouncedOn } from '@/components/figures/announcement-date';
import { CompositionOf } from '@/components/figures/composition-of';
import type { WaveComposition } from '@/components/figures/unit-chart';
import { bonusInWords } from '@/components/territories/money-words';
import { WavesTable } from '@/components/waves/waves-table';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import { publicWaveHref } from '@/lib/domain/public-href';
import { describeRule } from '@/lib/domain/rule-words';
import type { WaveMoney } from '@/lib/figures/money-by-wave';
import { formatEuros, formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import type { Wave } from '@/lib/waves/queries';

type LatestWavesProps = {
  waves: readonly Wave[];
  /** Null when the names of no wave are known. */
  latest: (WaveComposition & { money: WaveMoney | null }) | null;
};

export function LatestWaves({ waves, latest }: LatestWavesProps) {
  return (
    <section className="sec" aria-labelledby="vagues">
      <div className="wrap">
        <div className="sec-head">
          <h2 id="vagues">Les vagues</h2>
          <a href="/vagues">Toutes les annonces</a>
        </div>
        <div className="latest">
          {latest ? <LatestList {...latest} /> : null}
          <div className="scroll-x relative">
            <WavesTable waves={waves} />
          </div>
        </div>
      </div>
    </section>
  );
}

function LatestList({ wave, composition, money }: WaveComposition & { money: WaveMoney | null }) {
  const bonus = money && bonusInWords(money);
  return (
    <div>
      <h3>
        <a className="plain" href={publicWaveHref(wave.id)}>
          Dernière liste connue{'\u00A0'}: {wave.shortLabel.toLowerCase()}
        </a>
      </h3>
      <p>
        {formatInteger(wave.listedCount)} {plural(wave.listedCount, 'fabrique', 'fabriques')} dans l’annuaire, annonce
        faite <AnnouncedOn wave={wave} />. Règle de l’aide{'\u00A0'}: {describeRule(wave)}.{' '}
        {money?.totalEuros != null
          ? `Montant annoncé pour ${formatInteger(money.funded)}\u00A0: ${formatEuros(money.totalEuros)} en tout${bonus ? `, ${bonus}` : ''}.`
          : 'Montants non publiés.'}
      </p>
      {wave.note ? <p className="small soft">{wave.note}</p> : null}
      <CompositionOf composition={composition} filter={updateFilter(EMPTY_FILTER, { vague: [wave.id] })} />
    </div>
  );
}
