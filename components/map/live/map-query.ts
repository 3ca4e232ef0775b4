import { cellsIn, MAX_CELLS, MAX_ZOOM, snapToCells } from '@/lib/directory/map-item';
import { type Box, roundDegrees } from '@/lib/geography/degrees';

/** Whole cells, so that moving a little asks the same again. */
export type MapQuestion = { box: Box; zoom: number };

/** The finest zoom, not finer than the view's, at which the whole cells of a view are few enough for one answer. */
export function questionOf(view: Box, mapZoom: number): MapQuestion {
  for (let zoom = Math.min(Math.max(Math.floor(mapZoom), 0), MAX_ZOOM); ; zoom -= 1) {
    const box = snapToCells(view, zoom);
    if (zoom === 0 || cellsIn(box, zoom) <= MAX_CELLS) return { box, zoom };
  }
}

const join = (...parts: string[]) => parts.filter(Boolean).join('&');

export const mapAddress = (query: string, { box, zoom }: MapQuestion): string =>
  `/api/v1/carte?${join(query, `bbox=${box.join(',')}`, `zoom=${zoom}`)}`;

const keyOf = (pair: string) => pair.slice(0, pair.indexOf('='));

/** Keys still sorted: one view has one address. */
export function withZone(query: string, zone: Box): string {
  const pairs = query.split('&').filter((pair) => pair !== '' && !/^(zone|page)=/.test(pair));
  return [...pairs, `zone=${zone.join(',')}`]
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))))
    .join('&');
}

/** Of 4 decimals, the precision of addresses. */
export const addressableBox = ([west, south, east, north]: Box, room = 0): Box => [
  roundDegrees(Math.floor((west - room) * 1e4) / 1e4, 4),
  roundDegrees(Math.floor((south - room) * 1e4) / 1e4, 4),
  roundDegrees(Math.ceil((east + room) * 1e4) / 1e4, 4),
  roundDegrees(Math.ceil((north + room) * 1e4) / 1e4, 4),
];
