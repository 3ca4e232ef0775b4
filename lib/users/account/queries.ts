import { base32 } from '@better-auth/utils/base32';
import { IDLE_MS } from '@/lib/auth/session-rules';
import { totpAddress } from '@/lib/auth/totp';
import { getDb } from '@/lib/database/db';
import { unseal } from '@/lib/secrets/seal';

/** Null when none is being set up. */
export async function getPendingSecondFactor(user: { id: string; email: string }) {
  const pending = await getDb().twoFactor.findUnique({
    where: { userId: user.id },
    select: { secret: true, verified: true },
  });
  if (!pending || pending.verified) return null;
  const secret = await unseal(pending.secret);
  return { address: totpAddress(secret, user.email), secret: base32.encode(secret, { padding: false }) };
}

export async function getAccountFacts(userId: string, now = new Date()) {
  const db = getDb();
  const [secondFactor, sessions] = await Promise.all([
    db.twoFactor.findUnique({ where: { userId }, select: { verified: true, backupCodes: true } }),
    db.session.count({
      where: { userId, expiresAt: { gt: now }, lastSeenAt: { gt: new Date(now.getTime() - IDLE_MS) } },
    }),
  ]);
  const codes: unknown = secondFactor?.verified ? JSON.parse(await unseal(secondFactor.backupCodes)) : [];
  return { recoveryCodes: Array.isArray(codes) ? codes.length : 0, sessions };
}
