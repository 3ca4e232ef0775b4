import inject from 'light-my-request';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { todayInParis } from '@/lib/french/dates';
import { storeBefore, untilPagesAreKept, writePage } from '../../support/stored-pages';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();
beforeAll(untilPagesAreKept);

/** The page prints its day, as the head of every printed page does. */
function openStore() {
  const { answer, made } = storeBefore(async (_, response) => writePage(response, `imprimé le ${todayInParis()}`));
  const read = async () => {
    const { payload } = await inject((request, response) => void answer(request, response), { url: '/a-propos' });
    return /imprimé le ([\d-]+)/.exec(payload)?.[1];
  };
  return { read, made };
}

const at = (instant: string | number) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) });

describe('a page of the day before is not given from midnight on', () => {
  it.each([
    ['in winter', '2026-11-30T23:00:00Z', '2026-11-30', '2026-12-01'],
    ['in summer', '2026-07-14T22:00:00Z', '2026-07-14', '2026-07-15'],
    ['on New Year’s Eve', '2026-12-31T23:00:00Z', '2026-12-31', '2027-01-01'],
    ['as the night begins that has no two o’clock', '2026-03-28T23:00:00Z', '2026-03-28', '2026-03-29'],
    ['after the day of 23 hours', '2026-03-29T22:00:00Z', '2026-03-29', '2026-03-30'],
    ['as the night begins that has two o’clock twice', '2026-10-24T22:00:00Z', '2026-10-24', '2026-10-25'],
    ['after the day of 25 hours', '2026-10-25T23:00:00Z', '2026-10-25', '2026-10-26'],
  ])('%s', async (_, midnight, before, after) => {
    const { read, made } = openStore();
    const hour = 3_600_000;
    const instant = Date.parse(midnight);
    for (const moment of [instant - 22 * hour, instant - hour, instant - 1]) {
      at(moment);
      expect(await read()).toBe(before);
    }
    expect(made).toHaveLength(1);
    for (const moment of [instant, instant + 2 * hour, instant + 22 * hour]) {
      at(moment);
      expect(await read()).toBe(after);
    }
    expect(made).toHaveLength(2);
  });
});
