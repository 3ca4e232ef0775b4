import { defineConfig } from 'playwright/test';
import { findBrowser, LAUNCH_ARGUMENTS } from './support/browser';

const executablePath = findBrowser();

export default defineConfig({
  testDir: './e2e',
  outputDir: './.results/e2e',
  globalSetup: './support/e2e-server.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // A test is over when its states were met: only one that hangs lasts that long.
  timeout: 400_000,
  expect: { timeout: 20_000 },
  reporter: [['dot'], ['json', { outputFile: './.results/e2e.json' }]],
  use: {
    // Known once the site of this run is up, which is before the workers read this file.
    ...(process.env.E2E_BASE_URL && { baseURL: process.env.E2E_BASE_URL }),
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'off',
    // A test reads what is there, never something on its way.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { args: LAUNCH_ARGUMENTS, ...(executablePath && { executablePath }) },
  },
});
