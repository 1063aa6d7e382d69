import { sheetOf, isUnsent, type Auditor, type Catalogue, type Depth, type Draft, type Sent } from './model';
import { openAudits, server, whoIsIn } from './server';
import { Store, type Account } from './store';
import { contentOf, send, type Audit } from './sync';
import { today } from './today';

/** A place that an audit can be begun for: id, name, kind, and where it is. */
export type ListedPlace = readonly [id: string, name: string, kind: string, about: string];

/** What the page tells of the city (src/pages/onsite.rs). */
export interface City {
  readonly current: string;
  readonly catalogues: readonly Catalogue[];
  readonly kinds: Readonly<Record<string, { readonly name: string; readonly isRoom: boolean }>>;
  readonly places: readonly ListedPlace[];
  readonly morePlaces: number;
}

/** What is known of the session: nothing without a network; another account; one that may not audit. */
export type Session = 'unknown' | 'in' | 'out' | 'no-auditor';

/** Only one page at a time sends. */
const SENDING = 'vor-ort-senden';

/** What the parts of the sheet share: the audits on this device, whose they are, and what became of sending them. */
export class Device {
  readonly city: City;
  drafts = $state.raw<readonly Draft[]>([]);
  account = $state.raw<Account | null>(null);
  session = $state<Session>('unknown');
  isSending = $state(false);
  /** Ids of audits that went to the city and were completed while the page was open. */
  finished = $state.raw<readonly { readonly id: string; readonly placeName: string }[]>([]);
  /** Audits of the city that are not on this device. */
  offered = $state.raw<readonly Audit[]>([]);
  readonly #store: Store;

  private constructor(city: City, store: Store) {
    this.city = city;
    this.#store = store;
  }

  static async open(city: City): Promise<Device> {
    const device = new Device(city, await Store.open());
    device.account = await device.#store.account();
    device.drafts = await device.#store.drafts();
    return device;
  }

  /** The audits of whoever works here. Those of others stay where they are, unread. */
  get own(): readonly Draft[] {
    return this.drafts.filter(({ account }) => account === this.account?.id);
  }

  get othersCount(): number {
    return this.drafts.length - this.own.length;
  }

  get unsentCount(): number {
    return this.own.filter((own) => isUnsent(own) || own.isDone).length;
  }

  draft(id: string): Draft | undefined {
    return this.own.find((own) => own.id === id);
  }

  catalogue(version: string): Catalogue | undefined {
    return this.city.catalogues.find((own) => own.version === version);
  }

  isRoom(kind: string): boolean {
    return this.city.kinds[kind]?.isRoom ?? false;
  }

  /** Asks the server who is logged in; without a network nothing changes. */
  async recognise(): Promise<void> {
    const found = await whoIsIn().catch(() => undefined);
    if (found === undefined) {
      this.session = 'unknown';
      return;
    }
    if (found === null) {
      this.session = 'out';
      return;
    }
    const { id, name, isAuditor } = found;
    this.session = isAuditor ? 'in' : 'no-auditor';
    if (!isAuditor) return;
    this.account = { id, name };
    await this.#store.setAccount(this.account);
  }

  /** Begins an audit of a place. */
  async begin([place, placeName, kind]: ListedPlace, depth: Depth): Promise<Draft | null> {
    if (this.account === null) return null;
    const draft: Draft = {
      id: crypto.randomUUID(), account: this.account.id, place, placeName, kind, depth, criteria: this.city.current,
      source: 'audit', auditors: [], planned_on: null, audited_on: today(), sheet: sheetOf(null), notKnown: [], words: {},
      version: null, change: 1, sent: 0, inFlight: [], isDone: false, trouble: null,
    };
    await this.#put(draft);
    return draft;
  }

  /** Brings an audit of the city onto this device; what is here already stays as it is. */
  async fetch(id: string): Promise<boolean> {
    if (this.draft(id) !== undefined) return true;
    // Somebody else has it on this device, perhaps with answers that the city does not know yet.
    if (this.#isHere(id)) return false;
    const { audit } = await server.read(id).catch(() => ({ audit: undefined }));
    if (audit === undefined || this.account === null || !['planned', 'scheduled', 'in_progress'].includes(audit.state)) return false;
    const listed = this.city.places.find(([place]) => place === audit.place);
    if (listed === undefined || this.catalogue(audit.criteria) === undefined) return false;
    const content = contentOf(audit);
    const sheet = sheetOf(content.sheet);
    await this.#put({
      ...content, id, account: this.account.id, placeName: listed[1], kind: listed[2], auditors: content.auditors,
      sheet, notKnown: [], words: { ...sheet.equivalents }, version: audit.version, change: 0, sent: 0, inFlight: [], isDone: false, trouble: null,
    });
    this.offered = this.offered.filter((own) => own.id !== id);
    return true;
  }

  /** Which audits of the city could be brought here. */
  async look(): Promise<void> {
    const all = await openAudits().catch(() => []);
    const places = new Set(this.city.places.map(([place]) => place));
    this.offered = all.filter((own) => !this.#isHere(own.id) && places.has(own.place));
  }

  /** Whether the device keeps it, for whomsoever. */
  #isHere(id: string): boolean {
    return this.drafts.some((own) => own.id === id);
  }

  placeName(place: string): string {
    return this.city.places.find(([id]) => id === place)?.[1] ?? place;
  }

  /** Changes what an audit says. It is on the disk when this answers. */
  async write(id: string, patch: Partial<Draft>): Promise<void> {
    const draft = this.draft(id);
    if (draft === undefined) return;
    // What the server refused may be mended by any change; what somebody else changed is not.
    const trouble = draft.trouble?.sort === 'meanwhile' ? draft.trouble : null;
    // Whoever notes the first answer is there.
    const audited_on = patch.sheet === undefined ? draft.audited_on : draft.audited_on ?? today();
    await this.#put({ ...draft, trouble, audited_on, ...patch, change: draft.change + 1 });
  }

  /** Who was on the spot. */
  async setAuditor(id: string, auditor: Auditor, isThere: boolean): Promise<void> {
    const auditors = this.draft(id)?.auditors ?? [];
    await this.write(id, { auditors: isThere ? [...auditors, auditor] : auditors.filter((own) => own !== auditor) });
  }

  /** Takes what two audits say after somebody has decided, in place of the version on the server. */
  async settle(id: string, version: number, content: Sent): Promise<void> {
    const sheet = sheetOf(content.sheet);
    await this.write(id, { ...content, sheet, words: { ...sheet.equivalents }, version, inFlight: [], trouble: null });
    await this.sendAll();
  }

  /** Sends what cannot be sent as what it was as an audit of its own: nothing is lost. */
  async sendAsNew(id: string): Promise<string | null> {
    const draft = this.draft(id);
    if (draft === undefined) return null;
    const anew: Draft = { ...draft, id: crypto.randomUUID(), version: null, change: draft.change + 1, sent: 0, inFlight: [], trouble: null };
    await this.#put(anew);
    await this.forget(id);
    await this.sendAll();
    return anew.id;
  }

  /** Forgets an audit on this device; what the city has of it stays there. */
  async forget(id: string): Promise<void> {
    await this.#store.forget(id);
    this.drafts = this.drafts.filter((own) => own.id !== id);
  }

  /** Sends everything of whoever is logged in that the city does not have. */
  async sendAll(): Promise<void> {
    if (this.isSending || !navigator.onLine) return;
    this.isSending = true;
    try {
      await navigator.locks.request(SENDING, { ifAvailable: true }, async (turn) => {
        if (turn === null) return;
        await this.recognise();
        if (this.session !== 'in') return;
        for (const { id } of this.own) if (!(await this.#send(id))) return;
        await this.look();
      });
    } finally {
      this.isSending = false;
    }
  }

  /** Sends one; says whether it is worth trying the next. */
  async #send(id: string): Promise<boolean> {
    const now = () => {
      const draft = this.drafts.find((own) => own.id === id);
      if (draft === undefined) throw new Error(`there is no audit ${id} on this device`);
      return draft;
    };
    const { placeName, isDone } = now();
    if (!isUnsent(now()) && !isDone) return true;
    const outcome = await send({ now, change: (patch) => this.#put({ ...now(), ...patch }) }, server);
    if (outcome === 'finished') {
      await this.forget(id);
      this.finished = [...this.finished, { id, placeName }];
    }
    if (outcome === 'log-in') this.session = 'out';
    return outcome !== 'later' && outcome !== 'log-in';
  }

  async #put(draft: Draft): Promise<void> {
    const others = this.drafts.filter((own) => own.id !== draft.id);
    this.drafts = [...others, draft].sort((a, b) => a.placeName.localeCompare(b.placeName) || (a.id < b.id ? -1 : 1));
    await this.#store.keep(draft);
  }
}
