export class ByteBudget {
  #used = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

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
