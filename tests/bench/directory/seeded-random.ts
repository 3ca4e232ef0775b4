/** The same at every run for the same seed. */
export type SeededRandom = {
  /** From 0 included to 1 excluded. */
  next: () => number;
  below: (below: number) => number;
  chance: (share: number) => boolean;
  pick: <Value>(values: readonly Value[]) => Value;
  /** Around 0, within one unit for two draws out of three. */
  normal: () => number;
};

/** Mulberry32: 32 bits of state are enough for test data, and the few lines can be read. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new RangeError('nothing to pick from');
      return value;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** Each in the time of a binary search. Negative weights count as none. */
export function weightedIndex(weights: readonly number[]): (random: SeededRandom) => number {
  let sum = 0;
  const reached = weights.map((weight) => {
    sum += Math.max(weight, 0);
    return sum;
  });
  return (random) => {
    const drawn = random.next() * sum;
    let low = 0;
    let high = reached.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((reached[middle] ?? 0) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
