import { type ApiMap, fromApiMap } from '@/lib/api/map';
import { type MapAnswer, toShownMap } from '@/lib/directory/map-item';
import { type MapQuestion, mapAddress } from './map-query';

type LoaderEvents = { answered(answer: MapAnswer): void; failed(): void };

/** One question at a time, the last one wins, the same one is not asked twice. */
export class AnswerLoader {
  readonly #query: string;
  readonly #events: LoaderEvents;
  #asking = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #answered = '';

  constructor(query: string, events: LoaderEvents) {
    this.#query = query;
    this.#events = events;
  }

  /** `delayMs` lets a gesture of many small moves end first. */
  ask(question: MapQuestion, delayMs: number): void {
    this.stop();
    const address = mapAddress(this.#query, question);
    if (address !== this.#answered) this.#timer = setTimeout(() => void this.#fetch(address), delayMs);
  }

  /** Quietly: leaving a page is no failure. */
  stop = (): void => {
    clearTimeout(this.#timer);
    this.#asking.abort();
  };

  async #fetch(address: string): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const response = await fetch(address, { signal: asking.signal });
      if (!response.ok) throw new Error(`The map's answer has status ${response.status}`);
      const answer: ApiMap = await response.json();
      if (asking.signal.aborted) return;
      this.#answered = address;
      this.#events.answered(toShownMap(fromApiMap(answer)));
    } catch {
      if (!asking.signal.aborted) this.#events.failed();
    }
  }
}
