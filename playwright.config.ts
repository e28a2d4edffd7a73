import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './scripts/chromium.cjs';

export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  timeout: 180_000,
  expect: { timeout: 60_000 },
  workers: 1,
  retries: 0,
  reporter: [['list']],
  use: {
    baseURL: 'http://localhost:3000',
    trace: 'retain-on-failure',
    timezoneId: 'Europe/Berlin',
    launchOptions: chromiumOptions(),
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: 'http://127.0.0.1:7007/.backstage/health/v1/readiness',
    timeout: 180_000,
    reuseExistingServer: !process.env.CI,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
