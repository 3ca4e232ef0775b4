import { CompositionOf } from '@/components/figures/composition-of';
import { UnitChart, type WaveComposition } from '@/components/figures/unit-chart';
import { FrenchDate } from '@/components/ui/french-text';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import type { Progress } from '@/lib/figures/progress';
import { formatInteger } from '@/lib/french/numbers';
import { listInWords } from '@/lib/french/words';
import type { Wave } from '@/lib/waves/queries';

type GoalProps = { progress: Progress; waves: readonly WaveComposition[] };

function GoalTitle({ progress: { call, announced, reachedBy } }: { progress: Progress }) {
  const target = formatInteger(call.targetTotal);
  if (!reachedBy) return `${formatInteger(announced)} fabriques annoncées sur les ${target} visées`;
  const { announcedOn, announcedOnPrecision: precision, announcedPeriod: period } = reachedBy;
  return (
    <>
      Les {target} ont été atteintes {precision === 'day' && 'le '}
      {(precision === 'month' || precision === 'year') && 'en '}
      <FrenchDate date={announcedOn} precision={precision} period={period} />
    </>
  );
}

const besideInWords = ({ shortLabel, listedCount, announcedCount }: Wave) =>
  listedCount > 0
    ? `${shortLabel}\u00A0: ${formatInteger(listedCount)} dans l’annuaire`
    : `${shortLabel}\u00A0: ${announcedCount === null ? 'nombre non précisé' : `${formatInteger(announcedCount)} lauréats annoncés`}, noms non publiés`;

export function Goal({ progress, waves }: GoalProps) {
  const { call, counting, beside, listed, composition, reachedBy } = progress;
  const filter = updateFilter(EMPTY_FILTER, { vague: counting.map(({ id }) => id).toSorted() });
  return (
    <section className="sec" aria-labelledby="objectif">
      <div className="wrap">
        <div className="sec-head">
          <h2 id="objectif">
            <GoalTitle progress={progress} />
          </h2>
        </div>
        <div className="goal">
          <div>
            <p>
              L’appel à manifestation d’intérêt (AMI) de {call.opensOn.slice(0, 4)} visait{' '}
              {formatInteger(call.targetTotal)} fabriques pour {call.targetYear}
              {'\u00A0'}: {formatInteger(call.targetQpv)} dans les quartiers prioritaires de la politique de la ville
              (QPV), {formatInteger(call.targetRural)} en territoire rural. Ci-dessous,{' '}
              <strong>chaque signe est une fabrique</strong>.
            </p>
            <p>
              Les anneaux sont celles dont aucune source trouvée ne dit le territoire{'\u00A0'}: le partage annoncé,
              moitié-moitié, ne peut donc pas se vérifier nom par nom. Des {formatInteger(listed)} que l’annuaire
              connaît dans les vagues de l’objectif{'\u00A0'}:
            </p>
            <CompositionOf composition={composition} filter={filter} />
          </div>
          {beside.length > 0 ? (
            <div className="note">
              <p>
                {reachedBy
                  ? `Après les ${formatInteger(call.targetTotal)}`
                  : `Hors des ${formatInteger(call.targetTotal)}`}
                , à côté et jamais dedans{'\u00A0'}: {listInWords(beside.map(besideInWords))}. En pointillé, ce qui est
                annoncé sans noms publiés{'\u00A0'}: hors des comptes.
              </p>
            </div>
          ) : null}
        </div>
        <UnitChart waves={waves} target={call.targetTotal} reachedBy={reachedBy} />
      </div>
    </section>
  );
}
