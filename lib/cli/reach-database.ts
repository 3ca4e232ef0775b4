import path from 'node:path';
import { acquireDatabase } from '@/lib/database/embedded';
import type { Settings } from '@/lib/env';
import { keptAuthSecret, secretFile } from './auth-secret';
import { backupFolder } from './nightly-copy';
import { dataFolder } from './start';
import { say } from './step.mjs';

export type ReachedDatabase = {
  url: string;
  secret: string;
  secretFile: string | null;
  backups: string;
  /** Null when no program of this folder serves the site, or none can be seen. */
  servedAt: string | null;
  release: () => Promise<void>;
};

async function reachEmbedded(settings: Settings): Promise<ReachedDatabase> {
  const database = await acquireDatabase(process.cwd(), { name: dataFolder(), say });
  const secret = settings.authSecret ?? keptAuthSecret(database.home);
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    AUTH_SECRET: secret,
    // The site may have been started on another port than what this terminal knows of.
    SITE_URL: process.env.SITE_URL || (database.servedAt ?? settings.siteUrl),
  });
  return {
    ...database,
    secret,
    secretFile: settings.authSecret === undefined ? secretFile(database.home) : null,
    backups: backupFolder(database.home),
  };
}

/** The settings that it gives are those of this process from then on. */
export async function reachDatabase(settings: Settings): Promise<ReachedDatabase> {
  const { databaseUrl: url, authSecret: secret } = settings;
  if (url === undefined || secret === undefined) return reachEmbedded(settings);
  const backups = path.join(process.cwd(), '.data', 'backups');
  return { url, secret, secretFile: null, backups, servedAt: null, release: async () => {} };
}
