import { Control, type Map as LeafletMap, TileLayer } from 'leaflet';
import { useCallback, useEffect, useRef, useState } from 'react';
import { focusAreas } from '@/components/map/static/focus-areas';
import type { MapItem } from '@/lib/directory/map-item';
import { GroundLayer } from './ground-layer';
import { MarkerLayer } from './marker-layer';
import { NamesLayer } from './names-layer';
import { ZoomSteps } from './zoom-steps';

export type MapTiles = { url: string; credit: string };
export type LiveMap = {
  map: LeafletMap;
  ground: GroundLayer;
  markers: MarkerLayer;
  names: NamesLayer;
  zoom: ZoomSteps;
};

type Reactions = {
  onOpen(item: MapItem, key: string): void;
  onPoint(item: MapItem | null): void;
  onClose(): void;
};

function drawLayers(map: LeafletMap, helpId: string, reactions: () => Reactions): LiveMap & { remove(): void } {
  const zoom = new ZoomSteps(map);
  const events = {
    open: (item: MapItem, key: string) => reactions().onOpen(item, key),
    point: (item: MapItem | null) => reactions().onPoint(item),
    close: () => reactions().onClose(),
    zoom: (steps: number) => zoom.by(steps),
  };
  const ground = new GroundLayer(map);
  const markers = new MarkerLayer(map, events, helpId);
  const names = new NamesLayer(map, () => markers.discs());
  map.on('click', events.close);
  new Control.Scale({ imperial: false, maxWidth: 110 }).addTo(map);
  const remove = () => {
    map.off('click', events.close);
    zoom.remove();
    names.remove();
    markers.remove();
    ground.remove();
  };
  return { map, ground, markers, names, zoom, remove };
}

/** The reactions may change at each render. */
export function useLiveMap(helpId: string, reactions: Reactions) {
  const [live, setLive] = useState<LiveMap | null>(null);
  const latest = useRef(reactions);
  useEffect(() => {
    latest.current = reactions;
  });
  const onReady = useCallback(
    (map: LeafletMap | null) => {
      if (!map) return undefined;
      const drawn = drawLayers(map, helpId, () => latest.current);
      setLive(drawn);
      return () => {
        drawn.remove();
        setLive(null);
      };
    },
    [helpId],
  );
  return { live, onReady };
}

export function useFocusAreas(live: LiveMap | null, query: string): void {
  useEffect(() => {
    live?.ground.focusOn(focusAreas(query).map(({ level, code }) => `${level}-${code}`));
  }, [live, query]);
}

/** Tiles over the drawn ground, which remains under them; where they fail it shows, with its own names. */
export function useTiles(live: LiveMap | null, url: string | undefined): void {
  useEffect(() => {
    if (!live || url === undefined) return undefined;
    let fails = false;
    const tiles = new TileLayer(url);
    tiles.on('loading', () => {
      fails = false;
    });
    tiles.on('tileerror', () => {
      fails = true;
    });
    tiles.on('load', () => live.names.setShown(fails));
    tiles.addTo(live.map);
    return () => {
      tiles.remove();
      live.names.setShown(true);
    };
  }, [live, url]);
}
