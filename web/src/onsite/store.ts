import type { Draft } from './model';

/** Who works on this device, as the server said when there was a network last. */
export interface Account {
  readonly id: string;
  readonly name: string;
}

/** What a device keeps, for whichever of its pages. */
export interface Keeping {
  /** Every audit on the device, whosoever it is. */
  drafts(): Promise<Draft[]>;
  /** Keeps an audit as it is here. */
  keep(draft: Draft): Promise<void>;
  /** Changes an audit as it stands by now, and answers what stands then; null where it is not here any more. */
  change(id: string, by: (draft: Draft) => Draft): Promise<Draft | null>;
  forget(id: string): Promise<void>;
  /** Who works here. */
  account(): Promise<Account | null>;
  /** Notes who works here, or that nobody does any more. */
  setAccount(account: Account | null): Promise<void>;
}

const NAME = 'vor-ort';
const DRAFTS = 'drafts';
const DEVICE = 'device';
const ACCOUNT = 'account';

/** Where it is noted that nobody works here any more while the store does not answer. */
const NOBODY = 'vor-ort-niemand';

/** Notes that nobody works here any more, for when the store is opened next. */
export function noteNobody(): void {
  localStorage.setItem(NOBODY, '1');
}

/** What the device keeps: audits that are worked on, and whose they are. */
export class Store implements Keeping {
  readonly #base: IDBDatabase;

  private constructor(base: IDBDatabase) {
    this.#base = base;
  }

  /** Opens it, also for the first time. */
  static async open(): Promise<Store> {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(DRAFTS, { keyPath: 'id' });
      request.result.createObjectStore(DEVICE, { keyPath: 'name' });
    };
    const store = new Store(await answered(request));
    if (localStorage.getItem(NOBODY) !== null) {
      await store.setAccount(null);
      localStorage.removeItem(NOBODY);
    }
    return store;
  }

  /** Whether it was ever opened here; asking does not make it. */
  static async isThere(): Promise<boolean> {
    if (!('indexedDB' in globalThis)) return false;
    return (await indexedDB.databases()).some(({ name }) => name === NAME);
  }

  drafts(): Promise<Draft[]> {
    return answered(this.#base.transaction(DRAFTS).objectStore(DRAFTS).getAll() as IDBRequest<Draft[]>);
  }

  /** When it answers, the audit is on the disk. */
  async keep(draft: Draft): Promise<void> {
    const turn = this.#base.transaction(DRAFTS, 'readwrite', { durability: 'strict' });
    turn.objectStore(DRAFTS).put(draft);
    await ended(turn);
  }

  /** In one turn, so that no other page writes in between. When it answers, the change is on the disk. */
  async change(id: string, by: (draft: Draft) => Draft): Promise<Draft | null> {
    const turn = this.#base.transaction(DRAFTS, 'readwrite', { durability: 'strict' });
    const drafts = turn.objectStore(DRAFTS);
    const changed: Draft[] = [];
    const found = drafts.get(id) as IDBRequest<Draft | undefined>;
    found.onsuccess = () => {
      if (found.result === undefined) return;
      const draft = by(found.result);
      drafts.put(draft);
      changed.push(draft);
    };
    await ended(turn);
    return changed[0] ?? null;
  }

  async forget(id: string): Promise<void> {
    const turn = this.#base.transaction(DRAFTS, 'readwrite');
    turn.objectStore(DRAFTS).delete(id);
    await ended(turn);
  }

  async account(): Promise<Account | null> {
    const found = await answered(this.#base.transaction(DEVICE).objectStore(DEVICE).get(ACCOUNT) as IDBRequest<{ account: Account } | undefined>);
    return found?.account ?? null;
  }

  async setAccount(account: Account | null): Promise<void> {
    const turn = this.#base.transaction(DEVICE, 'readwrite');
    if (account === null) turn.objectStore(DEVICE).delete(ACCOUNT);
    else turn.objectStore(DEVICE).put({ name: ACCOUNT, account });
    await ended(turn);
  }
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(request.error ?? new Error('the store of the device does not answer')); };
  });
}

function ended(turn: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    turn.oncomplete = () => { resolve(); };
    const failed = () => { reject(turn.error ?? new Error('the device keeps nothing more')); };
    turn.onerror = failed;
    turn.onabort = failed;
  });
}
