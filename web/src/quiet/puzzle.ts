/** A puzzle as the program gives it: find the number for which SHA-256 of "puzzle:number" begins with so many noughts. */
export interface Puzzle {
  readonly puzzle: string;
  readonly bits: number;
}

/** So long a slice of work may hold up the page (milliseconds). */
const SLICE_MS = 12;

/** So many numbers are tried between two looks at the clock. */
const AT_ONCE = 200;

/** Solves a puzzle in slices between which the page goes on working; rejects as soon as `until` says so. */
export async function solve({ puzzle, bits }: Puzzle, until: AbortSignal): Promise<number> {
  const hash = new Hash(`${puzzle}:`);
  for (let number = 0; ; ) {
    until.throwIfAborted();
    const end = performance.now() + SLICE_MS;
    while (performance.now() < end) {
      for (const last = number + AT_ONCE; number < last; number += 1) {
        if (Math.clz32(hash.firstWord(String(number))) >= bits) return number;
      }
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}

const BLOCK = 64;

/**
 * The first word of SHA-256 over one beginning and many ends. The browser's own hash is asked one text at a time and answers
 * later: a hundred thousand questions to it take ten times as long as this. What all texts have in common is hashed once.
 */
export class Hash {
  readonly #state: Int32Array;
  readonly #rest: Uint8Array;
  readonly #hashed: number;
  readonly #now = new Int32Array(8);
  readonly #words = new Int32Array(BLOCK);
  /** What is left of the beginning, an end, and the padding, for ends as long as the last one. */
  #padded = new Uint8Array();
  #endLength = -1;

  constructor(beginning: string) {
    const bytes = new TextEncoder().encode(beginning);
    this.#hashed = bytes.length - (bytes.length % BLOCK);
    this.#state = Int32Array.from(INITIAL);
    for (let at = 0; at < this.#hashed; at += BLOCK) compress(this.#state, bytes, at, this.#words);
    this.#rest = bytes.subarray(this.#hashed);
  }

  /** The first 32 bits of the hash of the beginning and `end`, which is plain ASCII. */
  firstWord(end: string): number {
    if (end.length !== this.#endLength) this.#pad(end.length);
    for (let at = 0; at < end.length; at += 1) this.#padded[this.#rest.length + at] = end.charCodeAt(at);
    this.#now.set(this.#state);
    for (let at = 0; at < this.#padded.length; at += BLOCK) compress(this.#now, this.#padded, at, this.#words);
    return at(this.#now, 0);
  }

  /** Makes room for an end of a length: after it a one, noughts, and how many bits there are, to the end of a block. */
  #pad(endLength: number): void {
    const length = this.#rest.length + endLength;
    this.#padded = new Uint8Array(Math.ceil((length + 9) / BLOCK) * BLOCK);
    this.#padded.set(this.#rest);
    this.#padded[length] = 0x80;
    new DataView(this.#padded.buffer).setUint32(this.#padded.length - 4, (this.#hashed + length) * 8);
    this.#endLength = endLength;
  }
}

/** The numbers of the standard (FIPS 180-4): the fractions of square and cube roots of the first primes. */
const PRIMES = primes(64);
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUNDS = Int32Array.from(PRIMES.map((prime) => fraction(Math.cbrt(prime))));

function primes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
}

function fraction(root: number): number {
  return ((root % 1) * 2 ** 32) | 0;
}

function rotated(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** Takes the block of `bytes` at `from` into the state. */
function compress(state: Int32Array, bytes: Uint8Array, from: number, words: Int32Array): void {
  spread(bytes, from, words);
  let [a, b, c, d] = [at(state, 0), at(state, 1), at(state, 2), at(state, 3)];
  let [e, f, g, h] = [at(state, 4), at(state, 5), at(state, 6), at(state, 7)];
  for (let round = 0; round < BLOCK; round += 1) {
    const choice = (e & f) ^ (~e & g);
    const most = (a & b) ^ (a & c) ^ (b & c);
    const first = (h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + choice + at(ROUNDS, round) + at(words, round)) | 0;
    const second = ((rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + most) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  add(state, 0, a, b, c, d);
  add(state, 4, e, f, g, h);
}

function add(state: Int32Array, from: number, ...words: readonly [number, number, number, number]): void {
  for (let index = 0; index < 4; index += 1) state[from + index] = at(state, from + index) + (words[index] ?? 0);
}

/** The 64 words that are made of a block. */
function spread(bytes: Uint8Array, from: number, words: Int32Array): void {
  for (let index = 0; index < 16; index += 1) {
    const first = from + index * 4;
    words[index] = (at(bytes, first) << 24) | (at(bytes, first + 1) << 16) | (at(bytes, first + 2) << 8) | at(bytes, first + 3);
  }
  for (let index = 16; index < BLOCK; index += 1) {
    const [near, far] = [at(words, index - 2), at(words, index - 15)];
    const low = rotated(far, 7) ^ rotated(far, 18) ^ (far >>> 3);
    const high = rotated(near, 17) ^ rotated(near, 19) ^ (near >>> 10);
    words[index] = at(words, index - 16) + low + at(words, index - 7) + high;
  }
}

function at(words: Int32Array | Uint8Array, index: number): number {
  return words[index] ?? 0;
}
