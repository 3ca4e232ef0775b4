'use client';

import { Component, type ComponentProps, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';

const LiveMap = lazy(() => import('@/components/map/live/directory-map'));

type MapPaneProps = ComponentProps<typeof LiveMap> & { isSeen: boolean };

/** True once the list has had its time and the pane is seen: the map never delays what is read first. */
function useMapTurn(isSeen: boolean): boolean {
  const [hasCome, setCome] = useState(false);
  useEffect(() => {
    if (hasCome || !isSeen) return;
    const timer = setTimeout(() => setCome(true), 1);
    return () => clearTimeout(timer);
  }, [hasCome, isSeen]);
  return hasCome;
}

export function MapPane({ isSeen, ...map }: MapPaneProps) {
  const isTurn = useMapTurn(isSeen);
  if (!isTurn) return isSeen ? <Coming /> : null;
  return (
    <MapFailure>
      <Suspense fallback={<Coming />}>
        <LiveMap {...map} />
      </Suspense>
    </MapFailure>
  );
}

function Coming() {
  return <p className="dir-pane-word">La carte arrive. La liste est complète.</p>;
}

/** A map that cannot be loaded must not take the list with it. */
class MapFailure extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className="dir-pane-word">
        <p>
          <b>La carte n’a pas répondu.</b> La liste reste juste et complète.
        </p>
        <button type="button" className="btn btn--s" onClick={() => window.location.reload()}>
          Réessayer
        </button>
      </div>
    );
  }
}
