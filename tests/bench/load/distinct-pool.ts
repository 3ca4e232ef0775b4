/** Distinct texts dealt out in parts: what one part has, no other part ever gets. */
export type DistinctPool = {
  /** The text at a position, from 0, of one part; null when there are no more distinct ones. */
  at: (part: number, position: number) => string | null;
};

/** So many repeats in a row mean that everything was drawn. */
const MOST_REPEATS = 2_000;

/** Deals what `draw` gives, once each, among so many parts; texts are drawn when first asked for and kept. */
export function distinctPool(parts: number, draw: () => string): DistinctPool {
  const texts = new Set<string>();
  const inOrder: string[] = [];
  const extendTo = (length: number) => {
    for (let repeats = 0; inOrder.length < length && repeats < MOST_REPEATS; repeats += 1) {
      const text = draw();
      if (texts.has(text)) continue;
      texts.add(text);
      inOrder.push(text);
      repeats = 0;
    }
  };
  return {
    at: (part, position) => {
      const index = position * parts + part;
      extendTo(index + 1);
      return inOrder[index] ?? null;
    },
  };
}
