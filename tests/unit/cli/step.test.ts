import { beforeEach, describe, expect, it, vi } from 'vitest';
import { say, step } from '@/lib/cli/step.mjs';

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.useFakeTimers();
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text).trim()) > 0);
});

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe('a step of the preparation', () => {
  it('says nothing when it is quick', async () => {
    await step('Première page', async () => {});
    await vi.runAllTimersAsync();
    expect(said).toEqual([]);
  });

  it('is announced when it lasts, and closed with what it took', async () => {
    const run = step('Première page', () => after(2_000));
    await vi.advanceTimersByTimeAsync(1_300);
    expect(said).toEqual(['Première page…']);
    await vi.runAllTimersAsync();
    await run;
    expect(said).toEqual(['Première page…', 'Première page : fait en 2 s.']);
  });

  it('stands above what is said in it, however early, and is announced once', async () => {
    const run = step('Première page', async () => {
      say('nouveaux essais…');
      await after(2_000);
      say('le site reste ouvert');
    });
    await vi.runAllTimersAsync();
    await run;
    const before = ['Première page…', 'nouveaux essais…', 'le site reste ouvert'];
    expect(said).toEqual([...before, 'Première page : fait en 2 s.']);
    say('est en ligne');
    expect(said.at(-1)).toBe('est en ligne');
    expect(said).toHaveLength(5);
  });

  it('leaves nothing to announce when it fails', async () => {
    await expect(step('Première page', () => Promise.reject(new Error('non')))).rejects.toThrow('non');
    say('après');
    await vi.runAllTimersAsync();
    expect(said).toEqual(['après']);
  });

  it('gives way to the one it stands in once it is done', async () => {
    await step('Mesures', async () => {
      await step('Copie du site', async () => say('copie'));
      say('mesure');
    });
    expect(said.map((sentence) => sentence.replace(/\d+/, 'N'))).toEqual([
      'Copie du site…',
      'copie',
      'Copie du site : fait en N s.',
      'Mesures…',
      'mesure',
      'Mesures : fait en N s.',
    ]);
  });
});
