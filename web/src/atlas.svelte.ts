import { queryOf, readAddress, writeAddress, type Address, type Camera, type View } from './address';
import { LatestFragment } from './fragment';
import { listedPlaces, type ListedPlace } from './listed-place';

/** A spot on the earth in degrees. */
export interface Spot {
  readonly lon: number;
  readonly lat: number;
}

/** What the list is doing. */
export type ListState = 'ready' | 'loading' | 'failed';

/** Whether a step can be taken back with the browser's back button. */
export type Step = 'push' | 'replace';

/** Decimals of a position in an address: about ten metres, nobody needs to know more. */
const POSITION_DECIMALS = 4;

/**
 * What the islands share: the address, and the list it stands for. The list is always the server's; this
 * object asks for it and everybody else reads it.
 */
export class Atlas {
  address = $state.raw<Address>(readAddress(new URL(location.href)));
  places = $state.raw<ListedPlace[]>([]);
  list = $state<ListState>('ready');
  /** The spot the list is sorted around, if it is: the server says it, because it may have found an address. */
  here = $state.raw<Spot | null>(null);
  /** Counts the lists that came, so that one can tell a new one from the first. */
  answers = $state(0);

  readonly #question = new LatestFragment();
  readonly #results: () => Element;
  readonly #show: (results: Element) => void;

  constructor(results: () => Element, show: (results: Element) => void) {
    this.#results = results;
    this.#show = show;
    this.places = listedPlaces(results());
    this.here = hereOf(results());
  }

  /** The value of one filter, or null. */
  filter(name: string): string | null {
    return new URLSearchParams(this.address.query).get(name);
  }

  /** Who walks, as the server takes it from the chosen needs. */
  get profile(): 'wheelchair' | 'walker' | 'older' {
    const needs = (this.filter('need') ?? '').split(',');
    if (needs.includes('wheelchair')) return 'wheelchair';
    return needs.includes('walking') ? 'walker' : 'older';
  }

  /** Asks for the list of `query`. */
  async find(query: string, step: Step): Promise<void> {
    this.#go({ ...this.address, query }, step);
    await this.#load();
  }

  /** Asks the same question with other values; null takes a filter away. */
  async refine(change: Record<string, string | null>, step: Step): Promise<void> {
    const query = new URLSearchParams(this.address.query);
    for (const [name, value] of Object.entries(change)) {
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    await this.find(queryOf(query), step);
  }

  /** Sorts the list around a spot. */
  async near({ lon, lat }: Spot): Promise<void> {
    await this.refine({ near: null, lon: lon.toFixed(POSITION_DECIMALS), lat: lat.toFixed(POSITION_DECIMALS) }, 'push');
  }

  /** Sorts the list around an address; its spot tells it from others of the same name. */
  async startAt(near: string, { lon, lat }: Spot): Promise<void> {
    await this.refine({ near, lon: lon.toFixed(POSITION_DECIMALS), lat: lat.toFixed(POSITION_DECIMALS) }, 'push');
  }

  /** Selects a place, or none. */
  select(place: string | null): void {
    if (place !== this.address.place) this.#go({ ...this.address, place }, 'push');
  }

  /** Chooses what a small screen shows. */
  look(view: View): void {
    if (view !== this.address.view) this.#go({ ...this.address, view }, 'push');
  }

  /** Remembers where the map looks. */
  moved(camera: Camera): void {
    this.#go({ ...this.address, camera }, 'replace');
  }

  /** Follows the browser's back and forward buttons. */
  async returned(): Promise<void> {
    const before = this.address;
    this.address = readAddress(new URL(location.href));
    if (this.address.query !== before.query) await this.#load();
  }

  /** Asks for the list once more. */
  async retry(): Promise<void> {
    await this.#load();
  }

  #go(address: Address, step: Step): void {
    const target = writeAddress(address);
    if (step === 'push' && target !== writeAddress(this.address)) history.pushState(null, '', target);
    else history.replaceState(null, '', target);
    this.address = readAddress(new URL(location.href));
  }

  async #load(): Promise<void> {
    this.list = 'loading';
    const query = this.address.query;
    try {
      const answer = await this.#question.ask(`/liste${query === '' ? '' : `?${query}`}`);
      if (answer === null) return;
      this.#show(answer.element);
      this.places = listedPlaces(this.#results());
      this.here = hereOf(this.#results());
      this.answers += 1;
      this.list = 'ready';
    } catch {
      this.list = 'failed';
    }
  }
}

/** The spot that the server's list is sorted around. */
function hereOf(results: Element): Spot | null {
  const [lon, lat] = (results.getAttribute('data-here') ?? '').split(',').map(Number);
  return lon === undefined || lat === undefined ? null : { lon, lat };
}
