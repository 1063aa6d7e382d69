import { describe, expect, test, vi } from 'vitest';
import { whole, wholeOrKept } from './whole';

/** An answer whose first half comes and whose second does not. */
function brokenOff(): Response {
  let isFirst = true;
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      if (isFirst) stream.enqueue(new TextEncoder().encode('half a sh'));
      else stream.error(new TypeError('network error'));
      isFirst = false;
    },
  });
  return new Response(body, { status: 200, headers: { 'content-type': 'text/html' } });
}

const answered = (answer: Response) => () => Promise.resolve(answer);

describe('what works by itself', () => {
  test('is kept as it was where the newest answer breaks off on the way', async () => {
    const keep = vi.fn(() => Promise.resolve());
    const answer = await wholeOrKept(answered(brokenOff()), new Response('the kept sheet'), keep);
    expect(await answer.text()).toBe('the kept sheet');
    expect(keep).not.toHaveBeenCalled();
  });

  test('is the kept one where there is no network or the server fails', async () => {
    const keep = vi.fn(() => Promise.resolve());
    const none = () => Promise.reject(new TypeError('no network'));
    expect(await (await wholeOrKept(none, new Response('kept'), keep)).text()).toBe('kept');
    expect(await (await wholeOrKept(answered(new Response('busy', { status: 503 })), new Response('kept'), keep)).text()).toBe('kept');
    expect(keep).not.toHaveBeenCalled();
  });

  test('is the newest where that comes whole, and that is kept', async () => {
    const said: string[] = [];
    const keep = async (own: Response) => { said.push(await own.text()); };
    const answer = await wholeOrKept(answered(new Response('new', { headers: { 'content-type': 'text/html' } })), new Response('kept'), keep);
    expect(await answer.text()).toBe('new');
    expect(answer.headers.get('content-type')).toBe('text/html');
    expect(said).toEqual(['new']);
  });

  test('fails where nothing was kept', async () => {
    await expect(wholeOrKept(answered(brokenOff()), undefined, () => Promise.resolve())).rejects.toThrow('network error');
  });
});

test('half an answer is none', async () => {
  await expect(whole(brokenOff())).rejects.toThrow();
});
