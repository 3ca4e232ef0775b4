import type { Map as LeafletMap } from 'leaflet';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { TERRITORIES_OF_FRANCE } from '@/components/map/overseas';
import { Icon } from '@/components/ui/icon';
import type { Box } from '@/lib/geography/degrees';

type ZoomButtonProps = { label: string; icon: 'plus' | 'minus'; isEnd: boolean; onPress(): void };

function ZoomButton({ label, icon, isEnd, onPress }: ZoomButtonProps) {
  return (
    <button type="button" aria-label={label} aria-disabled={isEnd} onClick={() => !isEnd && onPress()}>
      <Icon name={icon} />
    </button>
  );
}

/** A zoom button at its end stays focusable, and says that it does nothing. */
export function ZoomButtons({ map, onZoom }: { map: LeafletMap; onZoom(steps: number): void }) {
  const [zoom, setZoom] = useState(() => map.getZoom());
  useEffect(() => {
    const update = () => setZoom(map.getZoom());
    map.on('zoomend', update);
    return () => {
      map.off('zoomend', update);
    };
  }, [map]);
  return (
    <div className="lm-box lm-zoom" data-over-map="">
      <ZoomButton label="Zoomer" icon="plus" isEnd={zoom >= map.getMaxZoom()} onPress={() => onZoom(1)} />
      <ZoomButton label="Dézoomer" icon="minus" isEnd={zoom <= map.getMinZoom()} onPress={() => onZoom(-1)} />
    </div>
  );
}

export function OverseasButtons({ onShow }: { onShow(box: Box): void }) {
  const [isOpen, setIsOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const listId = useId();
  const close = () => {
    setIsOpen(false);
    toggle.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) close();
  };
  return (
    <div className="lm-overseas" data-over-map="">
      <button
        ref={toggle}
        type="button"
        className="lm-box lm-toggle"
        aria-expanded={isOpen}
        aria-controls={listId}
        onKeyDown={onKeyDown}
        onClick={() => setIsOpen(!isOpen)}
      >
        Outre-mer
      </button>
      <ul id={listId} className="lm-box" hidden={!isOpen}>
        {TERRITORIES_OF_FRANCE.map(({ name, box }) => (
          <li key={name}>
            <button
              type="button"
              onKeyDown={onKeyDown}
              onClick={() => {
                close();
                onShow(box);
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
