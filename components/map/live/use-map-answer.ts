import { useEffect, useRef, useState } from 'react';
import type { MapAnswer } from '@/lib/directory/map-item';
import type { Box } from '@/lib/geography/degrees';
import { followView, type MapNews } from './followed-view';
import { fitBox, isDrawn } from './map-view-box';
import { restoreView } from './noted-view';
import type { LiveMap } from './use-live-map';

function useSteadyBox(box: Box): Box {
  const [steady, setSteady] = useState(box);
  if (steady.join() === box.join()) return steady;
  setSteady(box);
  return box;
}

type Wish = { live: LiveMap | null; query: string; box: Box; initial: MapAnswer | null };

/** `keepView` says that the next box comes from the view itself, which must then not jump. */
export function useMapAnswer({ live, query, box, initial }: Wish) {
  const steadyBox = useSteadyBox(box);
  const [news, setNews] = useState<MapNews>({ answer: null, failed: false, hasMoved: false, followsMove: false });
  const viewKept = useRef('');
  const retry = useRef(() => {});
  const latestInitial = useRef(initial);
  const usedInitial = useRef<MapAnswer | null>(null);

  useEffect(() => {
    latestInitial.current = initial;
  });

  useEffect(() => {
    if (!live) return undefined;
    const { map } = live;
    const isKept = viewKept.current === steadyBox.join();
    viewKept.current = '';
    // A hidden map has no middle to put back: it opens on its box once it is shown.
    const isRestored = !isKept && isDrawn(map) && restoreView(map);
    if (!isKept && !isRestored) fitBox(map, steadyBox);
    // An answer that came with the page speaks for one filter only, and for its box: it serves once.
    const isFresh = !isRestored && latestInitial.current !== usedInitial.current;
    const fresh = isFresh ? latestInitial.current : null;
    usedInitial.current = latestInitial.current;
    const followed = followView({ map, box: steadyBox, query, initial: fresh, isRestored, setNews });
    retry.current = followed.read;
    return followed.stop;
  }, [live, query, steadyBox]);

  return {
    ...news,
    retry: () => retry.current(),
    keepView: (kept: Box) => {
      viewKept.current = kept.join();
    },
  };
}
