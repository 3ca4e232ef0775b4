import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { FranceCaption, type Unlocated } from './france-caption';
import { FranceDrawing, type RegionLink } from './france-drawing';
import type { MapPoint } from './map-point';

type FranceMapProps = {
  /** Every structure with a position, or one per cell of the map when they are too many. */
  points: MapPoint[];
  located: number;
  /** Named under the map while they are few. */
  unlocated: Unlocated[];
  withoutPosition: number;
  regions: RegionLink[];
};

export function FranceMap({ points, located, unlocated, withoutPosition, regions }: FranceMapProps) {
  const label = `Carte de France de ${formatInteger(located)} ${plural(located, 'fabrique', 'fabriques')} dont la position est connue. Chaque région est un lien.`;
  return (
    <figure className="plate">
      <FranceDrawing drawing="large" label={label} points={points} regions={regions} />
      <FranceDrawing drawing="small" label={label} points={points} regions={regions} />
      <FranceCaption {...{ points, located, unlocated, withoutPosition }} />
    </figure>
  );
}
