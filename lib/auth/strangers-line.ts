import type { Visitor } from './visitor';

/** A password costs a slow hash and a connection of ten: strangers, however many, take no more of either at once. */
const MOST_AT_ONCE = 3;

let inside = 0;
const waiting: (() => void)[] = [];

/** In the order of their arrival. */
export async function inStrangersLine<Result>({ device }: Visitor, attempt: () => Promise<Result>): Promise<Result> {
  if (device) return attempt();
  if (inside < MOST_AT_ONCE) inside += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await attempt();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else inside -= 1;
  }
}
