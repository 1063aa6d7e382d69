import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { compressed } from './build/compressed.ts';
import { onlyUsedMessages } from './build/messages.ts';

// The server serves `dist` below /assets/ and finds the hashed names in the manifest.
export default defineConfig({
  base: '/assets/',
  plugins: [onlyUsedMessages(), svelte(), compressed()],
  build: {
    assetsDir: '',
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    // MapLibre is one lazy chunk of a megabyte; the list never waits for it.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: ['src/main.ts', 'icons.svg', 'icons/app.svg'] },
  },
  test: { include: ['src/**/*.test.ts', 'build/**/*.test.ts'] },
});
