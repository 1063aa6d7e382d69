import { workingHere } from './account';
import { Again } from './again';
import { sheetOf, isUnsent, type Auditor, type Catalogue, type Depth, type Draft, type Sent } from './model';
import { openAudits, server, whoIsIn } from './server';
import { withOthers } from './others';
import { Store, type Account, type Keeping } from './store';
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

/** What changes in an audit, or how that follows from what stands there when it is written. */
export type Patch = Partial<Draft> | ((draft: Draft) => Partial<Draft>);

/** An audit that was sent or written is not on this device any more: another page has finished or forgotten it. */
class Gone extends Error {}

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
  /** Whether the device still keeps what is written; where it does not, only this page has it. */
  isKeeping = $state(true);
  /** Whether the desk of the sheet is shown, on which stands what could be brought here. */
  isAtDesk = false;
  readonly #again = new Again();
  readonly #store: Keeping;
  readonly #tellOthers: () => void;
  /** How many writes of an audit are on their way to the disk. */
  readonly #underWay = new Map<string, number>();
  /** Audits of which the disk lacks something that this page has. */
  readonly #unkept = new Set<string>();

  private constructor(city: City, store: Keeping) {
    this.city = city;
    this.#store = store;
    this.#tellOthers = withOthers(() => { this.refresh().catch((error: unknown) => { console.warn(error); }); });
  }

  static async open(city: City, store?: Keeping): Promise<Device> {
    const device = new Device(city, store ?? await Store.open());
    await device.refresh();
    return device;
  }

  /** Reads what other pages have written. */
  async refresh(): Promise<void> {
    this.account = await this.#store.account();
    const kept = await this.#store.drafts();
    const isAhead = ({ id }: Draft) => this.#underWay.has(id) || this.#unkept.has(id);
    this.drafts = sorted([...kept.filter((own) => !isAhead(own)), ...this.drafts.filter(isAhead)]);
  }

  /** The audits of whoever works here; none while the server says that nobody is logged in. Those of others stay where they are,
   * unread. */
  get own(): readonly Draft[] {
    return this.session === 'out' ? [] : this.#theirs;
  }

  get #theirs(): readonly Draft[] {
    return this.drafts.filter(({ account }) => account === this.account?.id);
  }

  get othersCount(): number {
    return this.drafts.length - this.#theirs.length;
  }

  get unsentCount(): number {
    return this.#theirs.filter((own) => isUnsent(own) || own.isDone).length;
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
      // That nobody is logged in stays so until the server says something else.
      if (this.session !== 'out') this.session = 'unknown';
      return;
    }
    this.session = found === null ? 'out' : found.isAuditor ? 'in' : 'no-auditor';
    if (found === null) return;
    const account = workingHere(this.account, found);
    if (account?.id === this.account?.id && account?.name === this.account?.name) return;
    await this.#store.setAccount(account);
    this.account = account;
    this.#tellOthers();
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
    askToKeep();
    return draft;
  }

  /** Brings an audit of the city onto this device; what is here already stays as it is. */
  async fetch(id: string): Promise<boolean> {
    await this.refresh();
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
    askToKeep();
    return true;
  }

  /** Which audits of the city could be brought here. */
  async look(): Promise<void> {
    const all = await openAudits().catch(() => null);
    if (all === null) return;
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

  /** Changes what an audit says. It is on the disk when this answers, or `isKeeping` says that it is not. */
  async write(id: string, patch: Patch): Promise<void> {
    if (this.draft(id) === undefined) return;
    await this.#change(id, (draft) => {
      const own = typeof patch === 'function' ? patch(draft) : patch;
      // What the server refused may be mended by any change; what somebody else changed is not.
      const trouble = draft.trouble?.sort === 'meanwhile' ? draft.trouble : null;
      // Whoever notes the first answer is there.
      const audited_on = own.sheet === undefined ? draft.audited_on : draft.audited_on ?? today();
      return { ...draft, trouble, audited_on, ...own, change: draft.change + 1 };
    });
  }

  /** Who was on the spot. */
  async setAuditor(id: string, auditor: Auditor, isThere: boolean): Promise<void> {
    await this.write(id, ({ auditors }) => {
      const others = auditors.filter((own) => own !== auditor);
      return { auditors: isThere ? [...others, auditor] : others };
    });
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
    this.#drop(id);
    this.#tellOthers();
  }

  /** Sends everything of whoever is logged in that the city does not have. */
  async sendAll(): Promise<void> {
    if (this.isSending || !navigator.onLine) return;
    this.isSending = true;
    try {
      await navigator.locks.request(SENDING, { ifAvailable: true }, async (turn) => {
        if (turn === null) return;
        await this.refresh();
        await this.recognise();
        if (this.session !== 'in') return;
        for (const { id } of this.own) if (!(await this.#send(id))) return;
        if (this.isAtDesk) await this.look();
      });
    } finally {
      this.isSending = false;
      if (this.#isWaiting) this.#again.later(() => { this.sendAll().catch((error: unknown) => { console.warn(error); }); });
      else this.#again.rest();
    }
  }

  /** Whether something could go to the city that did not, though nobody does anything. */
  get #isWaiting(): boolean {
    if (this.session === 'out' || this.session === 'no-auditor') return false;
    return this.own.some((own) => own.trouble === null && (isUnsent(own) || own.isDone));
  }

  /** The desk is shown. */
  async atDesk(): Promise<void> {
    this.isAtDesk = true;
    // While something is sent, it looks when that is done; what nobody knows yet is asked when the sheet is opened.
    if (this.session === 'in' && !this.isSending) await this.look();
  }

  /** Sends one; says whether it is worth trying the next. */
  async #send(id: string): Promise<boolean> {
    const now = () => {
      const draft = this.drafts.find((own) => own.id === id);
      if (draft === undefined) throw new Gone(id);
      return draft;
    };
    const { placeName, isDone } = now();
    if (!isUnsent(now()) && !isDone) return true;
    const change = (patch: Partial<Draft>) => this.#change(id, (draft) => ({ ...draft, ...patch }));
    const outcome = await send({ now, change }, server).catch((error: unknown) => {
      if (error instanceof Gone) return 'gone';
      throw error;
    });
    if (outcome === 'finished') {
      await this.forget(id);
      this.finished = [...this.finished, { id, placeName }];
    }
    if (outcome === 'log-in') this.session = 'out';
    return outcome !== 'later' && outcome !== 'log-in';
  }

  /** Keeps an audit that was not here. */
  async #put(draft: Draft): Promise<void> {
    this.#show(draft);
    await this.#keep(draft.id, true, async () => {
      await this.#store.keep(draft);
      return draft;
    });
  }

  /** Changes an audit at once for the eye, and on the disk as it stands there: another page may have written in it. */
  async #change(id: string, by: (draft: Draft) => Draft): Promise<void> {
    const before = this.drafts.find((own) => own.id === id);
    if (before === undefined) return;
    const draft = by(before);
    if (this.#unkept.has(id)) {
      await this.#put(draft);
      return;
    }
    this.#show(draft);
    await this.#keep(id, false, () => this.#store.change(id, by));
  }

  /** Waits until the disk has it; `isAll` says that it writes everything that this page has of the audit. */
  async #keep(id: string, isAll: boolean, written: () => Promise<Draft | null>): Promise<void> {
    this.#underWay.set(id, (this.#underWay.get(id) ?? 0) + 1);
    let kept: Draft | null = null;
    try {
      kept = await written();
      if (isAll) this.#unkept.delete(id);
    } catch (error) {
      console.warn(error);
      this.#unkept.add(id);
    }
    const left = (this.#underWay.get(id) ?? 1) - 1;
    if (left > 0) this.#underWay.set(id, left);
    else this.#underWay.delete(id);
    this.isKeeping = this.#unkept.size === 0;
    if (left > 0 || this.#unkept.has(id)) return;
    if (kept === null) this.#drop(id);
    else this.#show(kept);
    this.#tellOthers();
  }

  #show(draft: Draft): void {
    this.drafts = sorted([...this.drafts.filter((own) => own.id !== draft.id), draft]);
  }

  #drop(id: string): void {
    this.#unkept.delete(id);
    this.isKeeping = this.#unkept.size === 0;
    this.drafts = this.drafts.filter((own) => own.id !== id);
  }
}

function sorted(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.toSorted((a, b) => a.placeName.localeCompare(b.placeName) || (a.id < b.id ? -1 : 1));
}

/** Asks the browser not to throw the store away when the disk is full; it decides by itself. */
function askToKeep(): void {
  if (!('storage' in navigator)) return;
  navigator.storage.persist().catch((error: unknown) => { console.warn(error); });
}
