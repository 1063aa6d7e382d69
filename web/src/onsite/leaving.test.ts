import { afterEach, expect, test, vi } from 'vitest';
import { enhanceLeaving } from './leaving';

afterEach(() => { vi.unstubAllGlobals(); });

test('whoever logs out while the store does not answer works there no more', async () => {
  const noted = new Map<string, string>();
  vi.stubGlobal('localStorage', { setItem: (name: string, value: string) => { noted.set(name, value); } });
  vi.stubGlobal('indexedDB', { databases: () => Promise.reject(new DOMException('broken', 'UnknownError')) });
  const left = new Promise<Map<string, string>>((resolve) => {
    const submit = () => { resolve(new Map(noted)); };
    const addEventListener = (_: string, told: (event: { preventDefault: () => void }) => void) => { told({ preventDefault: () => undefined }); };
    enhanceLeaving({ submit, addEventListener } as unknown as HTMLFormElement, () => '');
  });
  expect([...(await left).keys()]).toEqual(['vor-ort-niemand']);
});
