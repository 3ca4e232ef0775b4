/** Greatest first: 1, 2, 2, 4. An item whose value is not known has no rank. */
export function rankWithTies<Item>(
  items: readonly Item[],
  valueOf: (item: Item) => number | null,
): Map<Item, number | null> {
  const values = items.map(valueOf).filter((value) => value !== null);
  return new Map(
    items.map((item) => {
      const value = valueOf(item);
      return [item, value === null ? null : 1 + values.filter((other) => other > value).length];
    }),
  );
}
