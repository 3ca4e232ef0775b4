import { describe, expect, it } from 'vitest';
import { type Attempts, inWords, WAITING, type WaitingRule } from '@/lib/auth/waiting';

const now = new Date('2026-11-24T12:00:00Z');
const none = { count: 0, lastAt: null };
const failed = (count: number, secondsAgo = 0) => ({ count, lastAt: new Date(now.getTime() - secondsAgo * 1000) });
const wait = (attempts: Partial<Attempts>, rule: WaitingRule = 'password') =>
  WAITING[rule].waitingSeconds({ pair: none, address: none, account: none, ...attempts }, now);

describe('the wait after wrong passwords', () => {
  it('begins after five for one account from one address, doubles, and stops at a quarter of an hour', () => {
    expect([4, 5, 6, 7, 10, 60].map((count) => wait({ pair: failed(count) }))).toEqual([0, 2, 4, 8, 64, 900]);
  });

  it('runs from the last failure', () => {
    expect(wait({ pair: failed(8, 6) })).toBe(10);
    expect(wait({ pair: failed(8, 16) })).toBe(0);
  });

  it('is asked of nobody whose tries are still free, by a clock a little behind that of the last failure', () => {
    expect([1, 4].map((count) => wait({ pair: failed(count, -3) }))).toEqual([0, 0]);
    expect(wait({ pair: failed(5, -3) })).toBe(2);
  });

  it('counts an address over all accounts', () => {
    expect(wait({ address: failed(29) })).toBe(0);
    expect(wait({ address: failed(45) })).toBe(900);
  });

  it('never exceeds a minute for an account attacked from many addresses', () => {
    expect(wait({ account: failed(5_000) })).toBe(60);
  });

  it('begins after ten codes for an account, doubles, and stops at an hour', () => {
    const counts = [9, 10, 11, 12, 20, 21, 5_000];
    expect(counts.map((count) => wait({ account: failed(count) }, 'code'))).toEqual([0, 2, 4, 8, 2_048, 3_600, 3_600]);
    expect(wait({ account: failed(21, 3_599) }, 'code')).toBe(1);
  });

  it('begins after five links for an account, and stops at half the hour that a link serves', () => {
    const counts = [4, 5, 6, 14, 15, 5_000];
    expect(counts.map((count) => wait({ account: failed(count) }, 'link'))).toEqual([0, 2, 4, 1_024, 1_800, 1_800]);
    expect(wait({ address: failed(45) }, 'link')).toBe(900);
  });

  it('is said in words', () => {
    expect([1, 40, 120, 900].map(inWords)).toEqual(['1 seconde', '40 secondes', '2 minutes', '15 minutes']);
  });
});
