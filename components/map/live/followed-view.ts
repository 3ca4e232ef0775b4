import type { Map as LeafletMap } from 'leaflet';
import type { MapAnswer } from '@/lib/directory/map-item';
import type { Box } from '@/lib/geography/degrees';
import { AnswerLoader } from './answer-loader';
import { questionOf } from './map-query';
import { fitBox, isDrawn, viewBox } from './map-view-box';
import { noteView } from './noted-view';

const MOVE_DELAY_MS = 120;

export type MapNews = {
  answer: MapAnswer | null;
  failed: boolean;
  hasMoved: boolean;
  followsMove: boolean;
};

type Followed = {
  map: LeafletMap;
  box: Box;
  query: string;
  initial: MapAnswer | null;
  isRestored: boolean;
  setNews(change: (news: MapNews) => MapNews): void;
};

/** Reads a view of one filter: now, unless `initial` is its answer, then at each move and change of size, until stopped. */
export function followView({ map, box, query, initial, isRestored, setNews }: Followed) {
  let hasMoved = isRestored;
  let isResizing = false;
  let isOfThisFilter = false;
  const loader = new AnswerLoader(query, {
    answered: (answer) => {
      isOfThisFilter = true;
      setNews((news) => ({ ...news, answer, failed: false, followsMove: hasMoved }));
    },
    // Markers of another filter would be false; those of a former view of this one are only fewer.
    failed: () => setNews((news) => ({ ...news, failed: true, answer: isOfThisFilter ? news.answer : initial })),
  });
  const question = () => questionOf(viewBox(map), map.getZoom());
  const read = (delayMs = 0) => {
    if (isDrawn(map)) loader.ask(question(), delayMs);
  };
  const onMove = () => {
    if (!isResizing && isDrawn(map)) {
      hasMoved = true;
      noteView(map);
      setNews((news) => ({ ...news, hasMoved }));
    }
    read(MOVE_DELAY_MS);
  };
  const onResize = () => {
    const { clientWidth, clientHeight } = map.getContainer();
    if (map.getSize().equals([clientWidth, clientHeight])) return;
    isResizing = true;
    map.invalidateSize({ animate: false, pan: false });
    if (!hasMoved) fitBox(map, box);
    isResizing = false;
  };
  const onReturn = ({ persisted }: PageTransitionEvent) => {
    if (persisted) read();
  };

  // One of another zoom would show other clusters for a moment.
  const isAnswered = initial !== null && isDrawn(map) && initial.zoom === question().zoom;
  setNews(({ answer }) => ({ answer: isAnswered ? initial : answer, failed: false, hasMoved, followsMove: false }));
  if (isAnswered) isOfThisFilter = true;
  else read();
  const sizes = new ResizeObserver(onResize);
  sizes.observe(map.getContainer());
  map.on('moveend', onMove);
  window.addEventListener('pagehide', loader.stop);
  window.addEventListener('pageshow', onReturn);
  const stop = () => {
    sizes.disconnect();
    map.off('moveend', onMove);
    window.removeEventListener('pagehide', loader.stop);
    window.removeEventListener('pageshow', onReturn);
    loader.stop();
  };
  return { read, stop };
}
