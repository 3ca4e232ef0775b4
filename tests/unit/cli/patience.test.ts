import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PassingTrouble, patiently } from '@/lib/cli/patience';

// The fake clock does not reach this module: it is made anew of what it does reach.
vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number, _: unknown, { signal: stop }: { signal: AbortSignal }) =>
    new Promise<void>((resolve, reject) => {
      const end = () => reject(stop.reason as Error);
      stop.addEventListener('abort', end);
      setTimeout(() => {
        stop.removeEventListener('abort', end);
        resolve();
      }, ms);
    }),
}));

const MINUTE_MS = 60_000;
const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.useFakeTimers();
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});

const trouble = (words: string) => new PassingTrouble(words, `${words} : faites ceci.`);
const { signal } = new AbortController();

describe('the patience of a start', () => {
  it('tries again until it succeeds, and says each trouble once', async () => {
    const attempt = vi.fn<() => Promise<string>>().mockResolvedValue('fait');
    for (const words of ['La page répond 503', 'La page répond 503', 'La page ne répond pas'])
      attempt.mockRejectedValueOnce(trouble(words));
    const result = patiently(attempt, signal);
    await vi.runAllTimersAsync();
    expect(await result).toBe('fait');
    expect(said).toEqual(['La page répond 503 : nouveaux essais…\n', 'La page ne répond pas : nouveaux essais…\n']);
  });

  it('ends after a minute with what to do, and not before', async () => {
    const ended = vi.fn<(error: unknown) => void>();
    void patiently(() => Promise.reject(trouble('La base ne répond pas')), signal).catch(ended);
    await vi.advanceTimersByTimeAsync(MINUTE_MS - 1);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(ended).toHaveBeenCalledWith(
      expect.objectContaining({ message: 'La base ne répond pas : faites ceci.', name: 'PassingTrouble' }),
    );
  });

  it('goes on for as long as it takes where one may stay, having said so once', async () => {
    const attempt = vi.fn<() => Promise<string>>().mockRejectedValue(trouble('La page répond 503'));
    const overdue = vi.fn<(trouble: PassingTrouble) => void>();
    const result = patiently(attempt, signal, overdue);
    await vi.advanceTimersByTimeAsync(60 * MINUTE_MS);
    expect(overdue).toHaveBeenCalledOnce();
    expect(said).toHaveLength(1);
    attempt.mockResolvedValue('fait');
    await vi.runOnlyPendingTimersAsync();
    expect(await result).toBe('fait');
  });

  it('has none for what waiting does not mend, nor once it is asked to stop', async () => {
    const wrong = new Error('wrong');
    await expect(patiently(() => Promise.reject(wrong), signal)).rejects.toBe(wrong);
    const stopping = new AbortController();
    const attempt = vi.fn<() => Promise<string>>().mockRejectedValue(trouble('La page répond 503'));
    const ended = vi.fn<(error: unknown) => void>();
    void patiently(attempt, stopping.signal).catch(ended);
    await vi.advanceTimersByTimeAsync(0);
    stopping.abort();
    await vi.runAllTimersAsync();
    expect(ended).toHaveBeenCalledWith(expect.objectContaining({ name: 'AbortError' }));
    expect(attempt).toHaveBeenCalledOnce();
  });
});
