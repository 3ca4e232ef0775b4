import { useEffect, useRef } from 'react';
import { isSingle, type MapAnswer, type MapItem } from '@/lib/directory/map-item';
import { itemShowing } from './same-item';

export type Positions = Readonly<Record<string, readonly [longitude: number, latitude: number]>>;

/** Long enough to move the pointer from a marker onto its name. */
const LEAVE_DELAY_MS = 180;

const positionOf = (positions: Positions, id: string) => {
  const [longitude, latitude] = positions[id] ?? [];
  return longitude === undefined || latitude === undefined ? undefined : { longitude, latitude };
};

type Highlight = {
  answer: MapAnswer | null;
  highlightedId: string | null;
  positions: Positions;
  onHighlight(id: string | null): void;
};

/** A cluster stands for those it holds. */
export function useMapHighlight({ answer, highlightedId, positions, onHighlight }: Highlight) {
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(leaving.current), []);

  const idOf = (item: MapItem): string | null => {
    if (isSingle(item)) return item.id;
    const listed = Object.keys(positions).find(
      (id) => answer && itemShowing(answer, id, positionOf(positions, id)) === item,
    );
    return listed ?? null;
  };
  const clear = () => {
    clearTimeout(leaving.current);
    onHighlight(null);
  };
  const position = highlightedId === null ? undefined : positionOf(positions, highlightedId);
  const chosen = highlightedId !== null && answer ? itemShowing(answer, highlightedId, position) : undefined;
  return {
    chosen,
    beyond: chosen ? undefined : position,
    clear,
    stay: () => clearTimeout(leaving.current),
    point: (item: MapItem | null) => {
      clearTimeout(leaving.current);
      if (item) onHighlight(idOf(item));
      else leaving.current = setTimeout(clear, LEAVE_DELAY_MS);
    },
  };
}
