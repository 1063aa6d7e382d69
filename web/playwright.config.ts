import { execFileSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';

/** Debian's browser; Playwright's own need not be fetched. */
const executablePath = process.env['CHROMIUM'] ?? execFileSync('which', ['chromium-headless-shell']).toString().trim();

const args = [
  '--no-sandbox',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/server.ts',
  // The browser draws the map on the processor: more at a time are slower, not faster.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  use: {
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    { name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
  ],
});
