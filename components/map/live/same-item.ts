import { cellSize, isSingle, type MapAnswer, type MapItem } from '@/lib/directory/map-item';
import type { Coordinates } from '@/lib/geography/degrees';
import { mercatorX, mercatorY } from '@/lib/geography/projection';

function cellOf({ longitude, latitude }: Coordinates, zoom: number): string {
  const size = cellSize(zoom);
  return `${Math.floor(mercatorX(longitude) / size)},${Math.floor(mercatorY(latitude) / size)}`;
}

/** One name for an item as long as it shows the same thing, so that its marker and its focus can stay. */
export const itemKey = (item: MapItem, zoom: number): string =>
  isSingle(item) ? `structure ${item.id}` : `group ${zoom} ${cellOf(item, zoom)}`;

type Shown = Pick<MapAnswer, 'items' | 'zoom'>;

export function itemHolding({ items, zoom }: Shown, position: Coordinates): MapItem | undefined {
  const cell = cellOf(position, zoom);
  return items.find((item) => cellOf(item, zoom) === cell);
}

export function itemShowing(answer: Shown, id: string, position: Coordinates | undefined): MapItem | undefined {
  const own = answer.items.find((item) => isSingle(item) && item.id === id);
  return own ?? (position && itemHolding(answer, position));
}

function apart(a: Coordinates, b: Coordinates): number {
  return Math.hypot(mercatorX(a.longitude) - mercatorX(b.longitude), mercatorY(a.latitude) - mercatorY(b.latitude));
}

/** What now stands where a former item stood: what holds its position, else the nearest. */
export function heirOf(former: MapItem, answer: Shown): MapItem | undefined {
  const holder = isSingle(former) ? itemShowing(answer, former.id, former) : itemHolding(answer, former);
  return holder ?? answer.items.toSorted((a, b) => apart(a, former) - apart(b, former))[0];
}
