import type { ApiTown } from '@/lib/api/answers';
import { typeset } from '@/lib/french/typography';
import type { Box } from '@/lib/geography/degrees';
import type { NamedTown } from './name-layout';

/** Squares whose towns are remembered: a walk there and back asks nothing. */
const REMEMBERED = 200;

export class KnownTowns {
  readonly #squares = new Map<string, NamedTown[] | 'asked'>();
  readonly #stop = new AbortController();
  readonly #onNews: () => void;

  constructor(onNews: () => void) {
    this.#onNews = onNews;
  }

  in(squares: Box[]): NamedTown[] {
    if (this.#squares.size > REMEMBERED) this.#squares.clear();
    const keys = squares.map((square) => square.join(','));
    for (const key of keys) if (!this.#squares.has(key)) void this.#ask(key);
    return keys
      .flatMap((key) => {
        const towns = this.#squares.get(key);
        return towns === undefined || towns === 'asked' ? [] : towns;
      })
      .toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0));
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Without an answer the map shows fewer names, which is still true: nothing is said, and the square may be asked again. */
  async #ask(key: string): Promise<void> {
    this.#squares.set(key, 'asked');
    try {
      const response = await fetch(`/api/v1/communes?zone=${key}`, { signal: this.#stop.signal });
      if (!response.ok) throw new Error(`The towns of a square have status ${response.status}`);
      const { items }: { items: ApiTown[] } = await response.json();
      this.#squares.set(
        key,
        items.map((town) => ({ ...town, name: typeset(town.name) })),
      );
      if (!this.#stop.signal.aborted) this.#onNews();
    } catch {
      this.#squares.delete(key);
    }
  }
}
