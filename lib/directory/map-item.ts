import type { Territory } from '@/lib/domain/territory';
import { typeset } from '@/lib/french/typography';
import { type Box, roundDegrees } from '@/lib/geography/degrees';
import { latitudeAt, longitudeAt, mercatorX, mercatorY } from '@/lib/geography/projection';

/** Degrees WGS 84. */
export type MapSingle = {
  count: 1;
  id: string;
  slug: string;
  name: string;
  commune: string;
  territory: Territory;
  positionPrecision: 'address' | 'commune';
  longitude: number;
  latitude: number;
};

/** Placed at the mean; `around` is the most populous commune of the members. */
export type MapCluster = {
  count: number;
  around: string;
  bounds: Box;
  longitude: number;
  latitude: number;
};

export type MapItem = MapSingle | MapCluster;

export const isSingle = (item: MapItem): item is MapSingle => 'slug' in item;

/** False when all members share one point: the map opens a list. */
export const isSplittable = ({ bounds: [west, south, east, north] }: MapCluster): boolean =>
  west !== east || south !== north;

export type MapAnswer = {
  /** Inside the box: the sum of the items' counts. */
  total: number;
  /** In the whole filter. */
  withoutPosition: number;
  /** Coarser than asked when the box would hold too many. */
  zoom: number;
  items: MapItem[];
};

/** Names in French print. */
export const toShownMap = ({ items, ...answer }: MapAnswer): MapAnswer => ({
  ...answer,
  items: items.map((item) =>
    isSingle(item)
      ? { ...item, name: typeset(item.name), commune: typeset(item.commune) }
      : { ...item, around: typeset(item.around) },
  ),
});

export const MAX_ZOOM = 20;
export const MAX_CELLS = 320;
/** Above this many symbols that fill this share of the cells, a map is a carpet on which nothing stands out. */
const CROWD = 64;
const CROWDED_SHARE = 0.5;

/** As a share of the Web-Mercator world. */
export const cellSize = (zoom: number): number => 64 / (256 * 2 ** zoom);

/** Positions are kept between these latitudes, in degrees. */
const MAX_STORED_LATITUDE = 85;

export const clampBox = ([west, south, east, north]: Box): Box => [
  Math.max(west, -180),
  Math.max(south, -MAX_STORED_LATITUDE),
  Math.min(east, 180),
  Math.min(north, MAX_STORED_LATITUDE),
];

export function cellsIn([west, south, east, north]: Box, zoom: number): number {
  const size = cellSize(zoom);
  const columns = Math.floor(mercatorX(east) / size) - Math.floor(mercatorX(west) / size) + 1;
  const rows = Math.floor(mercatorY(south) / size) - Math.floor(mercatorY(north) / size) + 1;
  return columns * rows;
}

/** Not finer than asked. */
export function answerableZoom(box: Box, zoom: number): number {
  let coarser = Math.min(Math.max(zoom, 0), MAX_ZOOM);
  while (coarser > 0 && cellsIn(box, coarser) > MAX_CELLS) coarser -= 1;
  return coarser;
}

/** One item a cell of this zoom: too little room between them, the next coarser zoom reads better. */
export const isCrowded = (items: number, box: Box, zoom: number): boolean =>
  items > CROWD && items > CROWDED_SHARE * cellsIn(box, zoom);

/** Clusters stay still while the map is dragged, and answers can be kept. */
export function snapToCells([west, south, east, north]: Box, zoom: number): Box {
  const size = cellSize(zoom);
  const down = (value: number) => Math.floor(value / size) * size;
  const up = (value: number) => Math.ceil(value / size) * size;
  return clampBox([
    roundDegrees(longitudeAt(down(mercatorX(west))), 5),
    roundDegrees(latitudeAt(Math.min(up(mercatorY(south)), 1)), 5),
    roundDegrees(longitudeAt(up(mercatorX(east))), 5),
    roundDegrees(latitudeAt(Math.max(down(mercatorY(north)), 0)), 5),
  ]);
}
