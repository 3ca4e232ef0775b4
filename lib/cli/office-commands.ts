import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Client } from 'pg';
import { DEVICE_KNOWN_SECONDS } from '@/lib/auth/session-rules';
import { withClient } from './scratch';

const FAILURES_KEPT = '90 days';
const FORM_KEYS_KEPT = '2 days';

export async function removeExpired(client: Client): Promise<void> {
  await client.query(`DELETE FROM sign_in_failure WHERE hour < now() - interval '${FAILURES_KEPT}'`);
  await client.query('DELETE FROM known_device WHERE last_at < now() - make_interval(secs => $1)', [
    DEVICE_KNOWN_SECONDS,
  ]);
  await client.query(`DELETE FROM form_key WHERE at < now() - interval '${FORM_KEYS_KEPT}'`);
  await client.query('DELETE FROM session WHERE expires_at < now()');
  await client.query('DELETE FROM verification WHERE expires_at < now()');
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** For a site that is seldom started anew; a day without database is made up for the next. */
export function removeExpiredDaily(databaseUrl: string): () => Promise<void> {
  const timer = setInterval(() => void withClient(databaseUrl, removeExpired).catch(() => {}), DAY_MS).unref();
  return async () => clearInterval(timer);
}

/** Its own program: the server needs none of it. */
export async function firstAdminSentence(root: string): Promise<string | null> {
  const program = path.join(root, 'lib', 'cli', 'main.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'first-admin'], {
    cwd: root,
    env: process.env,
  });
  return stdout.trim() || null;
}
