import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect } from 'react';
import { TerritorySymbol } from '@/components/marks/territory-symbol';
import { Icon } from '@/components/ui/icon';
import type { MapSingle } from '@/lib/directory/map-item';
import { POSITION_PRECISION_NAMES } from '@/lib/domain/position';
import { TERRITORY_WORDS } from '@/lib/domain/territory';
import { type Anchor, useMarkerAnchor } from './marker-anchor';

const ROOM: [number, number] = [32, 72];

/** On a narrow map the style sheet takes the card from beside its marker to the foot, where it may cover it. */
const stands = (card: HTMLElement) => getComputedStyle(card).position === 'relative';

type MapCardProps = { anchor: Anchor; name: string; onClose(): void; children: ReactNode };

/** Takes focus, and gives it back when it goes. */
export function MapCard({ anchor, name, onClose, children }: MapCardProps) {
  const card = useMarkerAnchor<HTMLDialogElement>(anchor);
  const close = useEffectEvent(onClose);
  const { map, markers, markerKey } = anchor;
  // However the card goes, focus that lies in it goes back to its marker before the card is taken away.
  useLayoutEffect(() => {
    const element = card.current;
    return () => {
      if (element?.contains(document.activeElement)) markers.focus(markerKey);
    };
  }, [card, markers, markerKey]);
  useEffect(() => {
    const element = card.current;
    (element?.querySelector<HTMLElement>('.lm-name a') ?? element)?.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [card]);
  useEffect(() => {
    const element = card.current;
    const position = markers.positionOf(markerKey);
    if (!element || !position || !stands(element)) return;
    const covered = map.getContainer().getBoundingClientRect().bottom - element.getBoundingClientRect().top;
    map.panInside(position, { paddingTopLeft: ROOM, paddingBottomRight: [ROOM[0], covered + ROOM[1]], animate: false });
  }, [card, map, markers, markerKey]);
  return (
    <dialog ref={card} open className="lm-card" aria-label={name} tabIndex={-1} data-over-map="">
      {children}
      <button type="button" className="lm-close" aria-label="Fermer" onClick={onClose}>
        <Icon name="close" />
      </button>
    </dialog>
  );
}

const whereabouts = ({ commune, positionPrecision }: MapSingle) =>
  `${commune} · ${POSITION_PRECISION_NAMES[positionPrecision]}`;

export function SingleDetails({ item, href }: { item: MapSingle; href: string }) {
  return (
    <div className="lm-single-details">
      <TerritorySymbol territory={item.territory} />
      <div>
        <p className="lm-name">
          <a href={href}>{item.name}</a>
        </p>
        <p>{whereabouts(item)}</p>
        <p className="soft">{TERRITORY_WORDS[item.territory]}</p>
      </div>
    </div>
  );
}

type PreviewProps = { anchor: Anchor; item: MapSingle; onEnter(): void; onLeave(): void };

/** For the eye: the marker itself says it to everyone. */
export function MarkerPreview({ anchor, item, onEnter, onLeave }: PreviewProps) {
  const card = useMarkerAnchor<HTMLDivElement>(anchor);
  return (
    <div ref={card} className="lm-preview" aria-hidden="true" onMouseEnter={onEnter} onMouseLeave={onLeave}>
      <b>{item.name}</b>
      <span>{whereabouts(item)}</span>
    </div>
  );
}
