import type { Draft } from './model';

/** Who works on this device, as the server said when there was a network last. */
export interface Account {
  readonly id: string;
  readonly name: string;
}

const NAME = 'vor-ort';
const DRAFTS = 'drafts';
const DEVICE = 'device';
const ACCOUNT = 'account';

/** What the device keeps: audits that are worked on, and whose they are. */
export class Store {
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
    return new Store(await answered(request));
  }

  /** Whether it was ever opened here; asking does not make it. */
  static async isThere(): Promise<boolean> {
    if (!('indexedDB' in globalThis)) return false;
    return (await indexedDB.databases()).some(({ name }) => name === NAME);
  }

  /** Every audit on the device, whosoever it is. */
  drafts(): Promise<Draft[]> {
    return answered(this.#base.transaction(DRAFTS).objectStore(DRAFTS).getAll() as IDBRequest<Draft[]>);
  }

  /** Keeps an audit; when it answers, the audit is on the disk. */
  async keep(draft: Draft): Promise<void> {
    const turn = this.#base.transaction(DRAFTS, 'readwrite', { durability: 'strict' });
    turn.objectStore(DRAFTS).put(draft);
    await ended(turn);
  }

  /** Forgets an audit. */
  async forget(id: string): Promise<void> {
    const turn = this.#base.transaction(DRAFTS, 'readwrite');
    turn.objectStore(DRAFTS).delete(id);
    await ended(turn);
  }

  /** Who works here. */
  async account(): Promise<Account | null> {
    const found = await answered(this.#base.transaction(DEVICE).objectStore(DEVICE).get(ACCOUNT) as IDBRequest<{ account: Account } | undefined>);
    return found?.account ?? null;
  }

  /** Notes who works here, or that nobody does any more. */
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
