import { describe, expect, it } from 'vitest';
import { inWords, waitingSeconds } from '@/lib/auth/waiting';

const now = new Date('2026-11-24T12:00:00Z');
const none = { count: 0, lastAt: null };
const failed = (count: number, secondsAgo = 0) => ({ count, lastAt: new Date(now.getTime() - secondsAgo * 1000) });
const wait = (attempts: Partial<Parameters<typeof waitingSeconds>[0]>) =>
  waitingSeconds({ pair: none, address: none, account: none, ...attempts }, now);

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

  it('is said in words', () => {
    expect([1, 40, 120, 900].map(inWords)).toEqual(['1 seconde', '40 secondes', '2 minutes', '15 minutes']);
  });
});
