export type Step = 'next' | 'previous' | 'first' | 'last';
export type MapIntent =
  | { act: 'go'; step: Step }
  | { act: 'pan'; right: number; down: number }
  | { act: 'zoom'; by: 1 | -1 }
  | { act: 'open' }
  | { act: 'close' };

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

const STEPS: Record<string, Step> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};

const PANS: Record<string, readonly [right: number, down: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** Null leaves the key to the browser, so that Tab always leads out. */
export function intentOf({ key, shiftKey, ctrlKey, altKey, metaKey }: Key): MapIntent | null {
  if (ctrlKey || altKey || metaKey) return null;
  const pan = shiftKey ? PANS[key] : undefined;
  if (pan) return { act: 'pan', right: pan[0], down: pan[1] };
  const step = STEPS[key];
  if (step) return { act: 'go', step };
  if (key === 'Enter' || key === ' ') return { act: 'open' };
  if (key === '+' || key === '=') return { act: 'zoom', by: 1 };
  if (key === '-') return { act: 'zoom', by: -1 };
  return key === 'Escape' ? { act: 'close' } : null;
}

/** Without going round: the ends are felt. */
export function indexAfter(step: Step, from: number, length: number): number {
  if (step === 'first') return 0;
  if (step === 'last') return length - 1;
  return Math.min(Math.max(from + (step === 'next' ? 1 : -1), 0), length - 1);
}
