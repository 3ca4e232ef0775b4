import { getDb, join, queryRows, sql } from '@/lib/database/db';
import { keyedHash } from '@/lib/secrets/keyed-hash';
import { networkOf } from './network';
import { DEVICE_KNOWN_SECONDS } from './session-rules';

/** More than anyone works on; a program that keeps no cookie makes one at each sign-in. */
const MOST_KNOWN = 100;

export type KnownDevice = {
  hash: string;
  /** False for one that only opened a link and chose a password. */
  hasEntered: boolean;
};

/** The launcher wrote the one address that may be believed; empty when nobody wrote any. */
export const networkOfRequest = (request: Headers): string => networkOf(request.get('x-forwarded-for') ?? '');

/** The surer first. */
function hashesOf(device: string | null, network: string): string[] {
  const hashes = device === null ? [] : [keyedHash('device', device)];
  return network === '' ? hashes : [...hashes, keyedHash('network', network)];
}

/** For a year, or for one more. */
export async function rememberDevice(
  userId: string,
  { device, network, hasEntered }: { device: string; network: string; hasEntered: boolean },
  now = new Date(),
): Promise<void> {
  const rows = hashesOf(device, network).map((hash) => sql`(${userId}, ${hash}, ${hasEntered}, ${now})`);
  await getDb().$executeRaw(sql`
    INSERT INTO known_device (user_id, device, has_entered, last_at) VALUES ${join(rows)}
    ON CONFLICT (user_id, device) DO UPDATE
      SET has_entered = known_device.has_entered OR EXCLUDED.has_entered, last_at = EXCLUDED.last_at`);
  await getDb().$executeRaw(sql`
    DELETE FROM known_device WHERE user_id = ${userId} AND device IN (
      SELECT device FROM known_device WHERE user_id = ${userId} ORDER BY last_at DESC, device OFFSET ${MOST_KNOWN})`);
}

/** Null for a stranger, and for no account. */
export async function findKnownDevice(
  email: string,
  device: string | null,
  network: string,
  now: Date,
): Promise<KnownDevice | null> {
  const hashes = hashesOf(device, network);
  if (hashes.length === 0) return null;
  const since = new Date(now.getTime() - DEVICE_KNOWN_SECONDS * 1_000);
  const known = await queryRows<KnownDevice>(sql`
    SELECT k.device AS "hash", k.has_entered AS "hasEntered" FROM known_device k JOIN "user" u ON u.id = k.user_id
    WHERE u.email = ${email.toLowerCase()} AND k.device IN (${join(hashes)}) AND k.last_at > ${since}`);
  const inOrder = hashes.flatMap((hash) => known.find((one) => one.hash === hash) ?? []);
  return inOrder[0] ?? null;
}
