/** Bytes that may be in use at once, for all requests together. */
export class ByteBudget {
  #used = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes so many bytes; returns the way to give them back, or null when too many others are in use. */
  take(bytes: number): (() => void) | null {
    if (this.#used + bytes > this.#most) return null;
    this.#used += bytes;
    let isGivenBack = false;
    return () => {
      if (!isGivenBack) this.#used -= bytes;
      isGivenBack = true;
    };
  }
}
