import type { Map as LeafletMap } from 'leaflet';
import { MapContainer } from 'react-leaflet';
import type { Box } from '@/lib/geography/degrees';

const MIN_ZOOM = 3;
const MAX_ZOOM = 18;
/** Shapes can be drawn at any zoom, and then fill the pane; tiles are sharp at whole ones. */
const FREE_ZOOM_STEP = 0.25;

type MapSurfaceProps = { box: Box; hasTiles: boolean; isStill: boolean; onReady(map: LeafletMap | null): void };

/** The one use of react-leaflet. All that is drawn on the map is not React's. */
export function MapSurface({ box: [west, south, east, north], hasTiles, isStill, onReady }: MapSurfaceProps) {
  return (
    <MapContainer
      ref={onReady}
      className="lm-map"
      bounds={[
        [south, west],
        [north, east],
      ]}
      minZoom={MIN_ZOOM}
      maxZoom={MAX_ZOOM}
      zoomSnap={hasTiles ? 1 : FREE_ZOOM_STEP}
      keyboard={false}
      zoomControl={false}
      attributionControl={false}
      zoomAnimation={!isStill}
      fadeAnimation={!isStill}
      markerZoomAnimation={!isStill}
      inertia={!isStill}
    />
  );
}
