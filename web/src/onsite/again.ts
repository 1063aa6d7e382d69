/** The pauses between tries that fail (milliseconds): each twice as long as the one before. */
const FIRST_MS = 5_000;
const LONGEST_MS = 300_000;

/** Tries something again later, each time later, until it succeeds. */
export class Again {
  #failed = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** It failed: `once` more after a pause. */
  later(once: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(once, Math.min(FIRST_MS * 2 ** this.#failed, LONGEST_MS));
    this.#failed += 1;
  }

  /** It succeeded, or there is nothing to be tried. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#failed = 0;
  }
}
