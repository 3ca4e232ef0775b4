import type { Bounds } from '@/lib/geography/area-grid';
import type { Box } from '@/lib/geography/clip';
import type { Coordinates } from '@/lib/geography/degrees';
import { latitudeAt, longitudeAt, mercatorX, mercatorY, worldMetresAt } from '@/lib/geography/projection';
import { SVG_WORLD } from '@/lib/geography/shapes';

export type Size = { width: number; height: number };
export type Point = { x: number; y: number };

/** A window on the world: drawing units are pixels of the large drawing; `left` and `top` are whole world units, exact in the browser. */
export type MapView = Size & { left: number; top: number; scale: number };

const metresPerUnit = (latitude: number) => worldMetresAt(latitude) / SVG_WORLD;

export function fitView([west, south, east, north]: Bounds, size: Size, margin = 0): MapView {
  const [x0, x1] = [mercatorX(west) * SVG_WORLD, mercatorX(east) * SVG_WORLD];
  const [y0, y1] = [mercatorY(north) * SVG_WORLD, mercatorY(south) * SVG_WORLD];
  const scale = Math.min(
    (size.width - 2 * margin) / Math.max(x1 - x0, 1),
    (size.height - 2 * margin) / Math.max(y1 - y0, 1),
  );
  return viewAround((x0 + x1) / 2, (y0 + y1) / 2, scale, size);
}

export function viewCentredOn({ longitude, latitude }: Coordinates, widthKm: number, size: Size): MapView {
  const scale = (size.width * metresPerUnit(latitude)) / (widthKm * 1000);
  return viewAround(mercatorX(longitude) * SVG_WORLD, mercatorY(latitude) * SVG_WORLD, scale, size);
}

function viewAround(x: number, y: number, scale: number, { width, height }: Size): MapView {
  const kept = Number(scale.toPrecision(8));
  return { width, height, scale: kept, left: Math.round(x - width / 2 / kept), top: Math.round(y - height / 2 / kept) };
}

export const project = (view: MapView, { longitude, latitude }: Coordinates): Point => ({
  x: (mercatorX(longitude) * SVG_WORLD - view.left) * view.scale,
  y: (mercatorY(latitude) * SVG_WORLD - view.top) * view.scale,
});

export const unproject = (view: MapView, { x, y }: Point): Coordinates => ({
  longitude: longitudeAt((view.left + x / view.scale) / SVG_WORLD),
  latitude: latitudeAt((view.top + y / view.scale) / SVG_WORLD),
});

/** West, south, east, north of what the view shows. */
export function boundsOf(view: MapView): Bounds {
  const northWest = unproject(view, { x: 0, y: 0 });
  const southEast = unproject(view, { x: view.width, y: view.height });
  return [northWest.longitude, southEast.latitude, southEast.longitude, northWest.latitude];
}

/** In units of SVG_WORLD, whole ones, with a margin in drawing units. */
export const windowOf = ({ left, top, width, height, scale }: MapView, margin: number): Box => [
  Math.floor(left - margin / scale),
  Math.floor(top - margin / scale),
  Math.ceil(left + (width + margin) / scale),
  Math.ceil(top + (height + margin) / scale),
];

export const isInView = (view: MapView, { x, y }: Point): boolean =>
  x >= 0 && y >= 0 && x <= view.width && y <= view.height;

/** Drawing units in one kilometre on the ground, at this latitude. */
export const unitsPerKm = (view: MapView, latitude: number): number => (view.scale * 1000) / metresPerUnit(latitude);

/** A tenth of a unit is finer than any screen: more decimals would only weigh. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;
