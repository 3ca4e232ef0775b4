import type { Map as LeafletMap } from 'leaflet';
import { type RefObject, useEffect, useRef } from 'react';
import type { MarkerLayer } from './marker-layer';

/** Which marker a card stands beside, and how far from its centre, in pixels. */
export type Anchor = { map: LeafletMap; markers: MarkerLayer; markerKey: string; radius: number };

const GAP = 10;
/** Least distance from the edge of the map. */
const EDGE = 8;

/** Keeps a card beside its marker where there is room, never beyond the map; on a narrow map the style sheet puts it at the foot. */
export function useMarkerAnchor<Card extends HTMLElement>({
  map,
  markers,
  markerKey,
  radius,
}: Anchor): RefObject<Card | null> {
  const card = useRef<Card>(null);
  useEffect(() => {
    const move = () => {
      const place = markers.placeOf(markerKey);
      if (!card.current || !place) return;
      const { x, y } = map.latLngToContainerPoint(place);
      const { x: width, y: height } = map.getSize();
      const { offsetWidth, offsetHeight } = card.current;
      const right = x + radius + GAP;
      const left = right + offsetWidth + EDGE <= width ? right : x - radius - GAP - offsetWidth;
      const within = (wanted: number, size: number, room: number) =>
        Math.round(Math.max(EDGE, Math.min(wanted, room - size - EDGE)));
      card.current.style.left = `${within(left, offsetWidth, width)}px`;
      card.current.style.top = `${within(y - offsetHeight / 2, offsetHeight, height)}px`;
    };
    move();
    const sizes = new ResizeObserver(move);
    if (card.current) sizes.observe(card.current);
    map.on('move zoomend resize', move);
    return () => {
      sizes.disconnect();
      map.off('move zoomend resize', move);
    };
  }, [map, markers, markerKey, radius]);
  return card;
}
