import { defineConfig } from '@playwright/test';
import { BROWSER } from './e2e/browser';

const PHONE = /h5.*\.spec\.ts/;

/** Journeys on the running platform: `./zhengqi up` first, or set ZHENGQI_BASE_URL. */
export default defineConfig({
  testDir: 'e2e',
  // A journey crosses several people and applications; a busy machine needs its time.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  fullyParallel: false,
  // One waits for the platform while the other's browser draws. Journeys share the platform and its demo, so none may count on being alone.
  workers: 2,
  // In CI a journey that met a hiccup of the machine is tried once more; the run names it with what it ran into.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: !!process.env.CI,
  reporter: [['list'], ['html', { open: 'never' }]],
  use: {
    baseURL: process.env.ZHENGQI_BASE_URL ?? 'http://localhost:8080',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    // Recording slows every journey down: where a failed one is tried again, only the second try is recorded.
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    // Colours are measured when a movement has ended.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: BROWSER,
  },
  projects: [
    { name: 'desktop', testIgnore: PHONE, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      testMatch: PHONE,
      use: { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true },
    },
  ],
});
