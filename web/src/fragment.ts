/** A piece of a page from the server, also when it says what is wrong with the question. */
export interface Fragment {
  readonly ok: boolean;
  readonly element: Element;
}

/**
 * Asks the server for pieces of pages so that the newest question wins: asking again drops the answer still on its way.
 */
export class LatestFragment {
  #running: AbortController | null = null;

  /** The first element of the answer; null when a newer question overtook this one. Throws when there is no answer. */
  async ask(url: string): Promise<Fragment | null> {
    this.drop();
    const question = new AbortController();
    this.#running = question;
    try {
      const response = await fetch(url, { signal: question.signal, headers: { accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const element = page.body.firstElementChild;
      if (element === null || !isAnswer(response)) throw new Error(`${url}: ${response.status}`);
      return question.signal.aborted ? null : { ok: response.ok, element };
    } catch (error) {
      if (question.signal.aborted) return null;
      throw error;
    }
  }

  /** Forgets the question still on its way. */
  drop(): void {
    this.#running?.abort();
  }
}

/** A refused question is an answer too: its page says what to change. */
function isAnswer(response: Response): boolean {
  const html = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  return html && (response.ok || response.status === 400 || response.status === 404);
}
