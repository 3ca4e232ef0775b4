import { setTimeout as sleep } from 'node:timers/promises';
import { seal, unseal } from './auth/seal';
import { getDb } from './db';

const LOOKS = 40;
const BETWEEN_LOOKS_MS = 250;

/** `mine`: nobody sent this form before. Else the answer that the first sending got, or null while it still runs. */
export type KeyHold = { mine: true } | { mine: false; answer: unknown };

/** Takes the one-time key of a form, or waits a little for the answer of whoever took it first. */
export async function takeFormKey(key: string, actorId: string | null): Promise<KeyHold> {
  const db = getDb();
  const { count } = await db.formKey.createMany({ data: [{ key, actorId }], skipDuplicates: true });
  if (count === 1) return { mine: true };
  for (let look = 0; look < LOOKS; look += 1) {
    const first = await db.formKey.findUnique({ where: { key }, select: { actorId: true, result: true } });
    // The first was refused and gave its key back: this one takes its turn.
    if (!first) return takeFormKey(key, actorId);
    if (first.actorId !== actorId) return { mine: false, answer: null };
    if (typeof first.result === 'string') return { mine: false, answer: JSON.parse(await unseal(first.result)) };
    await sleep(BETWEEN_LOOKS_MS);
  }
  return { mine: false, answer: null };
}

/** Keeps the answer of an accepted form, encrypted: it may hold a link or recovery codes. */
export async function keepFormAnswer(key: string, answer: unknown): Promise<void> {
  await getDb().formKey.update({ where: { key }, data: { result: await seal(JSON.stringify(answer)) } });
}

/** Gives the key back: nothing was written, the form may be sent again. */
export async function giveFormKeyBack(key: string): Promise<void> {
  await getDb().formKey.deleteMany({ where: { key } });
}
