/** Works on one thing at a time; of those that came meanwhile only the newest is worked on next. */
export class Latest<T> {
  readonly #work: (wanted: T) => Promise<void>;
  #wanted: { readonly value: T } | null = null;
  #isBusy = false;

  constructor(work: (wanted: T) => Promise<void>) {
    this.#work = work;
  }

  /** Works on this as soon as what is under way is done. */
  async want(value: T): Promise<void> {
    this.#wanted = { value };
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      for (let next = this.#take(); next !== null; next = this.#take()) await this.#work(next.value);
    } finally {
      this.#isBusy = false;
    }
  }

  #take(): { readonly value: T } | null {
    const wanted = this.#wanted;
    this.#wanted = null;
    return wanted;
  }
}
