import { afterEach, expect, test, vi } from 'vitest';
import { server, whoIsIn } from './server';

afterEach(() => { vi.unstubAllGlobals(); });

const answering = (answer: Response) => { vi.stubGlobal('fetch', () => Promise.resolve(answer)); };

test('nobody is logged in only where the server says so', async () => {
  answering(new Response('{}', { status: 401 }));
  expect(await whoIsIn()).toBeNull();
  answering(Response.json({ id: 'f', name: 'frida', roles: ['auditor'] }));
  expect(await whoIsIn()).toEqual({ id: 'f', name: 'frida', isAuditor: true });
});

test.each([429, 500, 503])('a server that answers %i does not say who is logged in', async (status) => {
  answering(new Response('', { status }));
  await expect(whoIsIn()).rejects.toThrow(String(status));
});

test('a good answer that breaks off is as good as lost', async () => {
  answering(new Response('{"version": 1', { status: 201 }));
  await expect(server.read('a')).rejects.toBeInstanceOf(TypeError);
});
