import { boxAround, overlaps } from '@/components/map/static/lettering';
import type { Size } from '@/components/map/static/map-view';
import type { Disc } from './name-layout';

const GAP = 10;
const EDGE = 8;

const within = (wanted: number, size: number, room: number) =>
  Math.round(Math.max(EDGE, Math.min(wanted, room - size - EDGE)));

/** Pixels of the map, and how many other markers lie under the card. */
type CardSpot = { left: number; top: number; covered: number };

/** On the side of the marker where it fits and covers the fewest others; without one, where there is most room. */
export function placeCard(marker: Disc, card: Size, window: Size, others: readonly Disc[]): CardSpot {
  const away = marker.radius + GAP;
  const middle = marker.y - card.height / 2;
  const centre = marker.x - card.width / 2;
  const [left, top] = [marker.x - away - card.width, marker.y - away - card.height];
  const sides = [
    { left: marker.x + away, top: middle, room: window.width - marker.x - away - card.width },
    { left, top: middle, room: left },
    { left: centre, top, room: top },
    { left: centre, top: marker.y + away, room: window.height - marker.y - away - card.height },
  ].map((side) => {
    const spot = {
      left: within(side.left, card.width, window.width),
      top: within(side.top, card.height, window.height),
    };
    const box = { ...card, x: spot.left, y: spot.top };
    const covered = others.filter((other) => overlaps(box, boxAround(other, other.radius))).length;
    return { spot: { ...spot, covered }, room: side.room };
  });
  const fitting = sides.filter(({ room }) => room >= EDGE).toSorted((a, b) => a.spot.covered - b.spot.covered);
  const roomiest = sides.toSorted((a, b) => b.room - a.room);
  const [best] = [...fitting, ...roomiest];
  return best ? best.spot : { left: EDGE, top: EDGE, covered: 0 };
}
