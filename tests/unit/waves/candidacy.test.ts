import { describe, expect, it, vi } from 'vitest';
import { todayInParis } from '@/lib/french/dates';
import { candidacyOn } from '@/lib/waves/candidacy';

const WAVE = { opensOn: '2027-01-15', closesOn: '2027-03-31' };

describe('a wave', () => {
  it('is open from its opening day to its closing day, both included', () => {
    expect(candidacyOn('2027-01-14', WAVE)).toBe('upcoming');
    expect(candidacyOn('2027-01-15', WAVE)).toBe('open');
    expect(candidacyOn('2027-03-31', WAVE)).toBe('open');
    expect(candidacyOn('2027-04-01', WAVE)).toBe('closed');
  });

  it('follows the calendar of Paris, not that of London', () => {
    vi.useFakeTimers();
    vi.setSystemTime('2027-01-14T22:59:59Z');
    expect(candidacyOn(todayInParis(), WAVE)).toBe('upcoming');
    vi.setSystemTime('2027-01-14T23:00:00Z');
    expect(candidacyOn(todayInParis(), WAVE)).toBe('open');
    // In summer time midnight in Paris is 22:00 of universal time.
    vi.setSystemTime('2027-03-31T21:59:59Z');
    expect(candidacyOn(todayInParis(), WAVE)).toBe('open');
    vi.setSystemTime('2027-03-31T22:00:00Z');
    expect(candidacyOn(todayInParis(), WAVE)).toBe('closed');
  });

  it('claims neither without a closing date', () => {
    expect(candidacyOn('2027-02-01', { opensOn: '2027-01-15', closesOn: null })).toBe('unknown');
    expect(candidacyOn('2027-01-01', { opensOn: '2027-01-15', closesOn: null })).toBe('unknown');
    expect(candidacyOn('2027-02-01', { opensOn: null, closesOn: null })).toBe('unknown');
  });

  it('is closed after its closing day even when its opening was not published', () => {
    const wave = { opensOn: null, closesOn: '2021-06-30' };
    expect(candidacyOn('2021-07-01', wave)).toBe('closed');
    expect(candidacyOn('2021-06-30', wave)).toBe('unknown');
  });
});
