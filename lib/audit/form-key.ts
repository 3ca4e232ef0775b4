import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { getDb, sql } from '@/lib/database/db';
import type { FormMark } from '@/lib/permissions/actor';
import { seal, unseal } from '@/lib/secrets/seal';
import type { Prisma } from '@/prisma/generated/client';

const LOOKS = 40;
const BETWEEN_LOOKS_MS = 250;
/** An answer is kept right after the commit: so many looks before it is said to be lost. */
const LOOKS_ONCE_WRITTEN = 8;
/** Longer than any transaction may last: whoever holds a key without an answer for this long has died. */
const ABANDONED_AFTER = '2 minutes';

type KeyHold =
  | { state: 'mine'; mark: FormMark }
  | { state: 'answered'; answer: unknown }
  | { state: 'written' }
  | { state: 'running' }
  /** Of someone else: whoever was signed in on this browser before. */
  | { state: 'foreign' };

/** Should the former holder be alive all the same, it finds the key gone and writes nothing. */
async function takeOver(key: string, actorId: string | null, isFirstOver: boolean, holder: string): Promise<boolean> {
  const isOver = isFirstOver ? sql`true` : sql`at < now() - ${ABANDONED_AFTER}::interval`;
  const taken = await getDb().$executeRaw(
    sql`UPDATE form_key SET holder = ${holder}::uuid, at = now()
      WHERE key = ${key}::uuid AND actor_id IS NOT DISTINCT FROM ${actorId} AND result IS NULL AND written_at IS NULL
        AND ${isOver}`,
  );
  return taken === 1;
}

/** `isFirstOver`: the first sending is known to have ended, not whether it was written. */
export async function takeFormKey(key: string, actorId: string | null, isFirstOver = false): Promise<KeyHold> {
  const db = getDb();
  const mark = { key, holder: randomUUID(), isMarked: false };
  const { count } = await db.formKey.createMany({
    data: [{ key, actorId, holder: mark.holder }],
    skipDuplicates: true,
  });
  if (count === 1 || (await takeOver(key, actorId, isFirstOver, mark.holder))) return { state: 'mine', mark };
  let writtenAt: Date | null = null;
  let looksOnceWritten = 0;
  for (let look = 0; look < LOOKS; look += 1) {
    const first = await db.formKey.findUnique({
      where: { key },
      select: { actorId: true, result: true, writtenAt: true },
    });
    // The first was refused and gave its key back: this one takes its turn.
    if (!first) return takeFormKey(key, actorId, isFirstOver);
    if (first.actorId !== actorId) return { state: 'foreign' };
    if (typeof first.result === 'string') {
      return { state: 'answered', answer: JSON.parse(await unseal(first.result)) };
    }
    writtenAt = first.writtenAt;
    if (writtenAt) looksOnceWritten += 1;
    const isOld = writtenAt && writtenAt.getTime() < Date.now() - LOOKS * BETWEEN_LOOKS_MS;
    if ((isFirstOver || isOld) && looksOnceWritten > LOOKS_ONCE_WRITTEN) break;
    await sleep(BETWEEN_LOOKS_MS);
  }
  return { state: writtenAt ? 'written' : 'running' };
}

/** Throws when the key went to a later sending: nothing is then written. */
export async function markFormWritten(tx: Prisma.TransactionClient, mark: FormMark): Promise<void> {
  const { key, holder } = mark;
  const { count } = await tx.formKey.updateMany({ where: { key, holder }, data: { writtenAt: new Date() } });
  if (count === 0) throw new Error('The form was taken over by a later sending');
  mark.isMarked = true;
}

/** Encrypted: it may hold a link or recovery codes. */
export async function keepFormAnswer({ key, holder }: FormMark, answer: unknown): Promise<void> {
  await getDb().formKey.updateMany({ where: { key, holder }, data: { result: await seal(JSON.stringify(answer)) } });
}

/** False when the form is written. */
export async function giveFormKeyBack({ key, holder }: FormMark): Promise<boolean> {
  const db = getDb();
  // A transaction still on its way holds the row: this waits for its end, then looks again.
  const { count } = await db.formKey.deleteMany({ where: { key, holder, writtenAt: null } });
  return count === 1 || (await db.formKey.count({ where: { key, holder } })) === 0;
}
