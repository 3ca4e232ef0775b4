import { Fragment } from 'react';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import { publicWaveHref } from '@/lib/domain/public-href';
import { type Composition, totalOf } from '@/lib/figures/composition';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import type { Wave } from '@/lib/waves/queries';
import { AnnouncementDate } from './announcement-date';
import { CountLink } from './count-link';
import { unitOf } from './unit-cells';
import { GhostMarks, UnitMarkPatterns, UnitMarks } from './unit-marks';

export type WaveComposition = { wave: Wave; composition: Composition };

type UnitChartProps = {
  waves: readonly WaveComposition[];
  target: number;
  reachedBy: Wave | null;
};

/** The numbers and names are text; the marks repeat them. */
export function UnitChart({ waves, target, reachedBy }: UnitChartProps) {
  const unit = unitOf(waves.reduce((sum, { composition }) => sum + totalOf(composition), 0));
  return (
    <>
      {unit > 1 ? <p className="small">Un signe pour {formatInteger(unit)} fabriques, arrondi au-dessus.</p> : null}
      {/* Wider than a phone, it scrolls; its links take focus one after the other and bring themselves into view. */}
      <section className="unit-scroll" aria-label="Un signe par fabrique, vague après vague">
        <UnitMarkPatterns />
        <ol className="unit">
          {waves.map(({ wave, composition }) => (
            <Fragment key={wave.id}>
              <WaveColumn wave={wave} composition={composition} unit={unit} />
              {wave.id === reachedBy?.id ? (
                <li className="flag">
                  <b>
                    <span className="vh">Objectif atteint{'\u00A0'}: </span>
                    {formatInteger(target)}
                  </b>
                </li>
              ) : null}
            </Fragment>
          ))}
        </ol>
      </section>
    </>
  );
}

function WaveColumn({ wave, composition, unit }: WaveComposition & { unit: number }) {
  const listed = totalOf(composition);
  const announced = wave.announcedCount ?? 0;
  return (
    <li>
      <span className="count">
        {listed > 0 ? (
          <CountLink
            count={listed}
            filter={updateFilter(EMPTY_FILTER, { vague: [wave.id] })}
            label={`${plural(listed, 'fabrique', 'fabriques')}, ${wave.shortLabel}`}
          />
        ) : (
          <>
            {formatInteger(announced)} <small className="font-medium">sans noms</small>
          </>
        )}
      </span>
      {listed > 0 ? <UnitMarks composition={composition} unit={unit} /> : <GhostMarks count={announced} unit={unit} />}
      <span className="name">
        <b>
          <a className="plain" href={publicWaveHref(wave.id)}>
            {wave.shortLabel}
          </a>
        </b>
        <span className="soft">
          <AnnouncementDate wave={wave} />
        </span>
      </span>
    </li>
  );
}
