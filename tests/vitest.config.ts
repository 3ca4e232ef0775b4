import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

// What the operator set for the real site must not reach the tests, which have a database of their own.
for (const name of [
  'DATABASE_URL',
  'DATABASE_LISTEN_URL',
  'HOST',
  'PORT',
  'SITE_URL',
  'TRUST_PROXY',
  'MAP_TILES_URL',
  'MAP_TILES_CREDIT',
  'PUBLISHER',
  'HOSTING',
  'CONTACT_EMAIL',
  'AUTH_SECRET',
  'SMTP_URL',
  'GEOCODER_URL',
  'ADMIN_SECOND_FACTOR',
  'ACCESS_LOG',
  'SHARED_CACHE_SECONDS',
]) {
  delete process.env[name];
}

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    maxWorkers: 2,
    testTimeout: 120_000,
    setupFiles: ['tests/support/test-cleanup.ts'],
    projects: [
      // Nothing of a unit test outlives it (test-cleanup.ts): files share their modules, read once.
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], isolate: false } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/vitest-server.ts'],
          hookTimeout: 120_000,
          // A state is waited for as long as a busy machine may take.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
