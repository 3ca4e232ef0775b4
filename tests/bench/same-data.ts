/** A cluster lies at the mean of its members, to a metre: added in another order, their degrees may round to the next one. */
const LAST_DIGIT = 1.1e-5;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether two answers hold the same data, numbers to the last digit that degrees are written with. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= LAST_DIGIT;
  if (!isObject(one) || !isObject(other)) return one === other;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return keys.length === others.length && keys.every((key) => key in other && isSameData(one[key], other[key]));
}
