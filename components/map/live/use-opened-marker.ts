import type { Map as LeafletMap } from 'leaflet';
import { useEffect, useState } from 'react';
import { isSingle, isSplittable, type MapAnswer, type MapItem } from '@/lib/directory/map-item';
import { itemKey } from './same-item';
import type { LiveMap } from './use-live-map';

export type Opened = { item: MapItem; key: string };

/** As long as the map can go closer. */
export const splits = (map: LeafletMap, item: MapItem) =>
  !isSingle(item) && isSplittable(item) && map.getZoom() < map.getMaxZoom();

export function useOpenedMarker(answer: MapAnswer | null) {
  const [wanted, setWanted] = useState<Opened | null>(null);
  const isShown = wanted && answer?.items.some((item) => itemKey(item, answer.zoom) === wanted.key);
  return {
    opened: isShown ? wanted : null,
    open: (item: MapItem, key: string) => setWanted({ item, key }),
    close: () => setWanted(null),
  };
}

const NOTHING: MapAnswer = { total: 0, withoutPosition: 0, zoom: 0, items: [] };

type Shown = {
  live: LiveMap | null;
  answer: MapAnswer | null;
  chosen: MapItem | undefined;
  opened: Opened | null;
};

export function useShownMarkers({ live, answer, chosen, opened }: Shown): void {
  useEffect(() => {
    live?.markers.show(answer ?? NOTHING);
    live?.names.refresh();
  }, [live, answer]);

  useEffect(() => {
    live?.markers.mark({
      chosen: chosen && answer ? itemKey(chosen, answer.zoom) : null,
      opened: opened?.key ?? null,
    });
  }, [live, answer, chosen, opened]);
}
