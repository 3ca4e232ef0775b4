import { createHash } from 'node:crypto';
import type { Tally } from './format';

const NEW_LINE = 10;

/** COPY ends each row, and nothing else, by a new line. */
export function startTally(): { add: (rows: Buffer) => void; end: () => Tally } {
  const hash = createHash('sha256');
  let count = 0;
  return {
    add(rows) {
      hash.update(rows);
      for (let at = rows.indexOf(NEW_LINE); at >= 0; at = rows.indexOf(NEW_LINE, at + 1)) count += 1;
    },
    end: () => ({ rows: count, sha256: hash.digest('hex') }),
  };
}

export const isSame = (one: Tally, other: Tally | undefined): boolean =>
  one.rows === other?.rows && one.sha256 === other.sha256;
