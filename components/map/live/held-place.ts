import { cellSize, isSingle, type MapAnswer, type MapItem } from '@/lib/directory/map-item';
import { mercatorX, mercatorY } from '@/lib/geography/projection';

export type Place = { longitude: number; latitude: number };

/** The 64-pixel cell of a zoom in which a place lies; cells of one zoom divide exactly into those of the next. */
function cellOf({ longitude, latitude }: Place, zoom: number): string {
  const size = cellSize(zoom);
  return `${Math.floor(mercatorX(longitude) / size)},${Math.floor(mercatorY(latitude) / size)}`;
}

/** One name for an item as long as it shows the same thing, so that its marker and its focus can stay. */
export const itemKey = (item: MapItem, zoom: number): string =>
  isSingle(item) ? `structure ${item.id}` : `group ${zoom} ${cellOf(item, zoom)}`;

/** What is shown at a zoom. */
type Shown = Pick<MapAnswer, 'items' | 'zoom'>;

/** The item of an answer whose cell holds a place, if any does. */
export function itemHolding({ items, zoom }: Shown, place: Place): MapItem | undefined {
  const cell = cellOf(place, zoom);
  return items.find((item) => cellOf(item, zoom) === cell);
}

/** The item that shows a structure: its own marker, else the cluster that holds its position. */
export function itemShowing(answer: Shown, id: string, place: Place | undefined): MapItem | undefined {
  const own = answer.items.find((item) => isSingle(item) && item.id === id);
  return own ?? (place && itemHolding(answer, place));
}

function apart(a: Place, b: Place): number {
  return Math.hypot(mercatorX(a.longitude) - mercatorX(b.longitude), mercatorY(a.latitude) - mercatorY(b.latitude));
}

/** The item of a new answer that stands where a former one stood: the one that holds its place, else the nearest. */
export function heirOf(former: MapItem, answer: Shown): MapItem | undefined {
  const holder = isSingle(former) ? itemShowing(answer, former.id, former) : itemHolding(answer, former);
  return holder ?? answer.items.toSorted((a, b) => apart(a, former) - apart(b, former))[0];
}
