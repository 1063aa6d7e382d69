import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { compressed } from './build/compressed.ts';
import { onlyUsedMessages } from './build/messages.ts';

/** The fonts of the map's labels; the server names them in the style it sends (src/pages/assets.rs). */
const mapFonts = ['latin-400', 'latin-ext-400', 'latin-600', 'latin-ext-600'].map(
  (file) => `node_modules/@fontsource/noto-sans/files/noto-sans-${file}-normal.woff2`,
);

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
    rolldownOptions: { input: ['src/main.ts', 'src/quiet/quiet.ts', 'icons.svg', 'icons/app.svg', 'worker/service-worker.ts', ...mapFonts] },
  },
  test: { include: ['src/**/*.test.ts', 'build/**/*.test.ts', 'worker/**/*.test.ts'] },
});
