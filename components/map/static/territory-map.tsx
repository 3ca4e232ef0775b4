import type { ReactNode } from 'react';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { MapLegend } from './map-legend';
import type { MapPoint } from './map-point';
import { TerritoryDrawing } from './territory-drawing';
import type { TerritoryPlan } from './territory-plan';

type TerritoryMapProps = {
  /** For who does not see the map: « Carte des 27 fabriques des Hauts-de-France, numérotées comme dans la liste ». */
  label: string;
  plan: TerritoryPlan;
  withoutPosition?: number;
  children?: ReactNode;
};

export function TerritoryMap({ label, plan, withoutPosition = 0, children }: TerritoryMapProps) {
  const { points, numbering, isSpread } = plan;
  const shown = numbering.symbols.length;
  return (
    <figure className="plate">
      <TerritoryDrawing label={label} plan={plan} />
      <figcaption className="cartouche">
        <MapLegend drawn={[...new Set(points.map((point) => point.territory))]} />
        <span>
          {points.some(({ key }) => key !== undefined) && 'Les numéros renvoient à la liste. '}
          {withoutPosition === 0 || points.length > 0 ? precision(points) : null}
          {isSpread && ' Signes un peu écartés là où ils se touchaient.'}
          {shown < points.length && ` ${formatInteger(points.length - shown)} hors du cadre.`}
          {withoutPosition > 0 && ` ${formatInteger(withoutPosition)} sans position connue.`}
          {children}
        </span>
      </figcaption>
    </figure>
  );
}

function precision(points: MapPoint[]): string {
  const atAddress = points.filter(({ positionPrecision }) => positionPrecision === 'address').length;
  if (points.length === 0) return 'Aucune fabrique à placer.';
  if (atAddress === points.length)
    return plural(points.length, 'Position\u00A0: l’adresse.', 'Positions\u00A0: les adresses.');
  const centre = plural(points.length, 'Position\u00A0: centre de la commune', 'Positions\u00A0: centre de la commune');
  return atAddress === 0 ? `${centre}.` : `${centre}, sauf ${formatInteger(atAddress)} à l’adresse.`;
}
