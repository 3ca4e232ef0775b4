import type { ReactNode } from 'react';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import type { Territory } from './ground';
import { MapLegend } from './map-legend';
import type { MapPoint, Town } from './map-point';
import { TerritoryDrawing } from './territory-drawing';
import { territoryView } from './territory-layout';
import { areApart, type NumberSide, numberPoints } from './territory-numbering';

type TerritoryMapProps = {
  territory: Territory;
  /** For who does not see the map: « Carte des 27 fabriques des Hauts-de-France, numérotées comme dans la liste ». */
  label: string;
  /** `key` is their number in the list. */
  points: MapPoint[];
  withoutPosition?: number;
  /** `inside` is for at most about 15. */
  numbers?: NumberSide;
  towns?: Town[];
  children?: ReactNode;
};

const MANY = 15;

export function TerritoryMap(props: TerritoryMapProps) {
  const { label, points, withoutPosition = 0, numbers = 'beside', territory, towns = [], children } = props;
  const written = numbers === 'inside' && points.length <= MANY ? 'inside' : 'beside';
  const plates = (['large', 'small'] as const).map((drawing) => {
    const view = territoryView(territory, drawing);
    return { drawing, view, numbering: numberPoints(points, view, drawing, written) };
  });
  const shown = plates[0]?.numbering.symbols.length ?? 0;
  const isApart = plates.some(({ view, numbering }) => areApart(numbering.symbols, view));
  return (
    <figure className="plate">
      {plates.map((plate) => (
        <TerritoryDrawing key={plate.drawing} label={label} territory={territory} towns={towns} {...plate} />
      ))}
      <figcaption className="cartouche">
        <MapLegend drawn={[...new Set(points.map((point) => point.territory))]} />
        <span>
          {points.some(({ key }) => key !== undefined) && 'Les numéros renvoient à la liste. '}
          {withoutPosition === 0 || points.length > 0 ? precision(points) : null}
          {isApart && ' Signes un peu écartés là où ils se touchaient.'}
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
