import { boxAround, type LabelSpot, NARROW_TEXT, overlaps, placeLabel, type Rectangle } from './lettering';
import type { Town } from './map-point';
import { isInView, type MapView, type Point, project, tenth } from './map-view';

const TOWN_SIZE = 11.5;
/** For towns that a narrow plate names too. */
export const TOWN_SIZE_NARROW = TOWN_SIZE * NARROW_TEXT;
const TOWN_DOT = 2;

/** The nearest first. */
const REACHES = [TOWN_DOT, 7, 12, 17];

/** A town in the midst of symbols is named without its dot, which would hide them. */
export type PlacedTown = { name: string; at: Point; spot: LabelSpot; hasDot: boolean };

/** Each where it covers no symbol and no other name, or left out. */
export function placeTowns(
  view: MapView,
  towns: readonly Town[],
  taken: Rectangle[],
  most: number,
  size = TOWN_SIZE,
): PlacedTown[] {
  const placed: PlacedTown[] = [];
  const boxes = [...taken];
  for (const town of towns) {
    if (placed.length >= most) break;
    const at = project(view, town);
    if (!isInView(view, at)) continue;
    const spots = REACHES.map((radius) => placeLabel({ at, radius, text: town.name, size }, boxes, view));
    const spot = spots.find((found) => found !== undefined);
    if (spot === undefined) continue;
    const dot = boxAround(at, TOWN_DOT + 1);
    const hasDot = !boxes.some((box) => overlaps(box, dot));
    boxes.push(spot.box, ...(hasDot ? [dot] : []));
    placed.push({ name: town.name, at, spot, hasDot });
  }
  return placed;
}

/** For the eye, hidden from readers. */
export function TownNames({ towns, className }: { towns: PlacedTown[]; className?: string }) {
  return (
    <g aria-hidden="true" className={className}>
      {towns.map(({ name, at, spot, hasDot }) => (
        <g key={`${name} ${tenth(at.x)}`}>
          {hasDot && <circle className="m-towndot" cx={tenth(at.x)} cy={tenth(at.y)} r={TOWN_DOT} />}
          <text className="m-town" x={tenth(spot.x)} y={tenth(spot.y)} textAnchor={spot.anchor}>
            {name}
          </text>
        </g>
      ))}
    </g>
  );
}
