import type { Map as LeafletMap } from 'leaflet';
import { useEffect, useRef } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Coordinates } from '@/lib/geography/degrees';

/** Pixels from the edge of the map. */
const INSET = { x: 76, y: 28 };

type BeyondMarkProps = { map: LeafletMap; position: Coordinates };

/** For the eye: the list says where it is. */
export function BeyondMark({ map, position: { longitude, latitude } }: BeyondMarkProps) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const move = () => {
      if (!mark.current) return;
      const { x: width, y: height } = map.getSize();
      const { x, y } = map.latLngToContainerPoint([latitude, longitude]);
      const [right, down] = [x - width / 2, y - height / 2];
      const isInside = Math.abs(right) < width / 2 && Math.abs(down) < height / 2;
      const share = Math.min((width / 2 - INSET.x) / Math.abs(right), (height / 2 - INSET.y) / Math.abs(down));
      mark.current.hidden = isInside;
      mark.current.style.left = `${Math.round(width / 2 + right * share)}px`;
      mark.current.style.top = `${Math.round(height / 2 + down * share)}px`;
      mark.current.style.setProperty('--way', `${Math.atan2(down, right)}rad`);
    };
    move();
    map.on('move zoomend resize', move);
    return () => {
      map.off('move zoomend resize', move);
    };
  }, [map, longitude, latitude]);
  return (
    <div ref={mark} className="lm-beyond" aria-hidden="true">
      hors de la vue <Icon name="arrow" />
    </div>
  );
}
