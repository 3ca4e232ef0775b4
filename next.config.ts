import type { NextConfig } from 'next';

const config: NextConfig = {
  // The launcher names a folder for each version of the sources (lib/cli/build-sources.mjs); types and `npm run dev` keep the usual one.
  distDir: process.env.NEXT_BUILD_FOLDER || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // For Next every reader is then a robot that runs no script: metadata stands in the head, and one HTML serves all.
  htmlLimitedBots: /./,
  // `npm run dev` is opened by either name of this machine.
  allowedDevOrigins: ['127.0.0.1'],
  // The proxy in front compresses for real traffic; Next's own gzip keeps a bare installation light on phones.
  compress: true,
  // security.txt expires eleven months after this instant.
  env: { BUILD_TIME: new Date().toISOString() },
  images: { unoptimized: true },
  serverExternalPackages: ['pg', '@prisma/adapter-pg'],
  turbopack: { root: import.meta.dirname },
  // The launcher refuses a little less (lib/forms/form-size.ts), in words.
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
  typescript: { ignoreBuildErrors: true }, // `npm run verify` checks types with the same compiler, once
};

export default config;
