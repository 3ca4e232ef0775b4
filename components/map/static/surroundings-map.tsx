import { Fragment } from 'react';
import { atPlace, ofPlace } from '@/lib/french/words';
import { MapLegend } from './map-legend';
import { SurroundingsDrawing } from './surroundings-drawing';
import type { SurroundingsPlan } from './surroundings-plan';

/** A dashed circle says that the position is that of the commune. */
export function SurroundingsMap({ plan }: { plan: SurroundingsPlan }) {
  const { point, others, isSpread } = plan;
  const isExact = point.positionPrecision === 'address';
  const label = isExact
    ? `${point.name}, ${atPlace(point.commune)}, et ses environs. La position est celle de l’adresse.`
    : `${point.name}, ${atPlace(point.commune)}, et ses environs. La position est le centre de la commune, pas l’adresse.`;
  return (
    <figure className="plate">
      <SurroundingsDrawing label={label} plan={plan} />
      <figcaption className="cartouche">
        <MapLegend drawn={[...new Set([point, ...others].map(({ territory }) => territory))]} />
        <span>
          {isExact ? (
            'Position\u00A0: l’adresse du lieu.'
          ) : (
            <Fragment>
              Le cercle tireté dit l’incertitude&nbsp;: la position est le centre {ofPlace(point.commune)}, pas
              l’adresse du lieu.
            </Fragment>
          )}
          {isSpread && ' Signes un peu écartés là où ils se touchaient.'}
        </span>
      </figcaption>
    </figure>
  );
}
