import type { Map as LeafletMap } from 'leaflet';
import { type RefObject, useEffect, useRef } from 'react';
import { placeCard } from './card-spot';
import type { MarkerLayer } from './marker-layer';

export type Anchor = { map: LeafletMap; markers: MarkerLayer; markerKey: string; radius: number };

/** On a narrow map the style sheet puts it at the foot. */
export function useMarkerAnchor<Card extends HTMLElement>(anchor: Anchor): RefObject<Card | null> {
  const { map, markers, markerKey, radius } = anchor;
  const card = useRef<Card>(null);
  useEffect(() => {
    const move = () => {
      const position = markers.positionOf(markerKey);
      if (!card.current || !position) return;
      const { x, y } = map.latLngToContainerPoint(position);
      const { x: width, y: height } = map.getSize();
      const size = { width: card.current.offsetWidth, height: card.current.offsetHeight };
      const { left, top, covered } = placeCard({ x, y, radius }, size, { width, height }, markers.discs(markerKey));
      card.current.style.left = `${left}px`;
      card.current.style.top = `${top}px`;
      card.current.classList.toggle('is-covering', covered > 0);
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
