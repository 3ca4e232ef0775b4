import { LatLngBounds, type Map as LeafletMap, Point } from 'leaflet';
import { clampBox, isSingle, type MapItem } from '@/lib/directory/map-item';
import type { Box } from '@/lib/geography/degrees';

/** Pixels kept free round what the map opens on, so that no marker lies under a control. */
const MARGIN = 28;
/** The members of a cluster had better not stand at the edge. */
const MEMBERS_MARGIN = 56;

export function viewBox(map: LeafletMap): Box {
  const bounds = map.getBounds();
  return clampBox([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]);
}

export function fitBox(map: LeafletMap, [west, south, east, north]: Box, animate = false): void {
  const corners: [number, number][] = [
    [south, west],
    [north, east],
  ];
  map.fitBounds(corners, { padding: [MARGIN, MARGIN], animate });
}

/** A map in a hidden pane has no size, and nothing to ask. */
export const isDrawn = (map: LeafletMap): boolean => map.getSize().x > 0 && map.getSize().y > 0;

/** Always at least one zoom closer, so that it splits. */
export function zoomInto(map: LeafletMap, item: MapItem, animate: boolean): void {
  if (isSingle(item)) return;
  const [west, south, east, north] = item.bounds;
  const bounds = new LatLngBounds([south, west], [north, east]);
  const closest = map.getBoundsZoom(bounds, false, new Point(2 * MEMBERS_MARGIN, 2 * MEMBERS_MARGIN));
  const zoom = Math.min(Math.max(closest, map.getZoom() + 1), map.getMaxZoom());
  map.setView(bounds.getCenter(), zoom, { animate });
}
