import pLimit from 'p-limit';
import type { Visitor } from './visitor';

/** A password costs a slow hash and a connection of ten: strangers, however many, take no more of either at once. */
const MOST_AT_ONCE = 3;

const line = pLimit(MOST_AT_ONCE);

/** In the order of their arrival. */
export const inStrangersLine = <Result>({ device }: Visitor, attempt: () => Promise<Result>): Promise<Result> =>
  device ? attempt() : line(attempt);
