import { buildSync } from 'esbuild';
import type { NextConfig } from 'next';

/** One small program for every page, part of the build itself: no file is written where the site runs. */
const enhancement = buildSync({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['components/enhancement/enhancement.ts'],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2021',
  charset: 'utf8',
  write: false,
});

const config: NextConfig = {
  // The launcher names a folder for each version of the sources (lib/cli/build-sources.mjs); types and `npm run dev` keep the usual one.
  distDir: process.env.NEXT_BUILD_FOLDER || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // For Next every reader is then a robot that runs no script: metadata stands in the head, and one HTML serves all.
  htmlLimitedBots: /./,
  // `npm run dev` is opened by either name of this machine.
  allowedDevOrigins: ['127.0.0.1'],
  // Of the office and the open data: public pages and files are coded once by the launcher.
  compress: true,
  env: {
    // security.txt expires eleven months after this instant.
    BUILD_TIME: new Date().toISOString(),
    ENHANCEMENT: enhancement.outputFiles.map(({ text }) => text).join(''),
  },
  images: { unoptimized: true },
  serverExternalPackages: ['pg', '@prisma/adapter-pg'],
  turbopack: { root: import.meta.dirname },
  // The launcher refuses a little less (lib/forms/form-size.ts), in words.
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
  typescript: { ignoreBuildErrors: true }, // `npm run verify` checks types with the same compiler, once
};

export default config;
