import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveFormKeyBack, keepFormAnswer, takeFormKey } from '@/lib/audit/form-key';
import type { FormMark } from '@/lib/permissions/actor';
import { acceptLink } from '@/lib/users/access/commands';
import { inviteUser } from '@/lib/users/commands';
import { PASSWORD } from '../support/office';
import { makeActor } from '../support/office-records';
import type { Relay } from '../support/relay';
import { createStructure } from '../support/structure-desk';
import { openRelayedDatabase } from '../support/test-database';

let relay: Relay;
/** Reaches the database whatever becomes of the relay. */
let aside: Client;
let close: () => Promise<void>;
let admin: Awaited<ReturnType<typeof makeActor>>;
beforeAll(async () => {
  ({ relay, aside, close } = await openRelayedDatabase());
  admin = await makeActor();
});
afterAll(() => close());

let made = 0;
const aName = () => {
  made += 1;
  return `Fiche ${made}`;
};
const create = (name: string, form: FormMark) => createStructure({ name }, { ...admin, form });
const countOf = async (name: string) => {
  const { rows } = await aside.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM structure WHERE name = $1',
    [name],
  );
  return rows[0]?.count;
};
const take = async (key: string, isFirstOver = false) => {
  const hold = await takeFormKey(key, admin.id, isFirstOver);
  if (hold.state !== 'mine') throw new Error(`the key is not given: ${hold.state}`);
  return hold.mark;
};
/** A lost connection is said in many ways. */
const ended = (run: Promise<unknown>) => run.catch((error: unknown) => error);
/** Of this database: other files of tests make others wait on the same server. */
const WAITING = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
const isWaiting = () =>
  expect.poll(async () => (await aside.query(WAITING)).rowCount, { timeout: 20_000 }).toBeGreaterThan(0);
const age = (key: string, interval: string) =>
  aside.query(`UPDATE form_key SET at = now() - $2::interval WHERE key = $1`, [key, interval]);

describe('a connection cut at COMMIT', () => {
  it('leaves the mark of a change that the database carried out, and none of one that it never received', async () => {
    for (const isCarriedOut of [true, false]) {
      const [key, name] = [crypto.randomUUID(), aName()];
      const mark = await take(key);
      relay.cutAtCommit({ isCarriedOut });
      expect(await ended(create(name, mark))).toBeInstanceOf(Error);
      expect(mark.isMarked).toBe(true);
      expect(await giveFormKeyBack(mark)).toBe(!isCarriedOut);
      expect(await countOf(name)).toBe(isCarriedOut ? 1 : 0);
      expect((await takeFormKey(key, admin.id, true)).state).toBe(isCarriedOut ? 'written' : 'mine');
    }
  });

  it('leaves the mark of an account opened by a link, which its guest has no session to sign', async () => {
    const token = await inviteUser({ email: 'invitee@exemple.fr', role: 'reader', regionScope: null }, admin);
    const key = crypto.randomUUID();
    const hold = await takeFormKey(key, null);
    if (hold.state !== 'mine') throw new Error('the key is not given');
    const guest = { token, name: 'Invitée', password: PASSWORD, passwordAgain: PASSWORD };
    relay.cutAtCommit({ isCarriedOut: true });
    expect(await ended(acceptLink(guest, hold.mark))).toBeInstanceOf(Error);
    expect(await giveFormKeyBack(hold.mark)).toBe(false);
    expect((await takeFormKey(key, null, true)).state).toBe('written');
  });

  it('with the database away, is settled by the next sending of the same form, which never writes twice', async () => {
    for (const isCarriedOut of [true, false]) {
      const [key, name] = [crypto.randomUUID(), aName()];
      const mark = await take(key);
      relay.cutAtCommit({ isCarriedOut, staysAway: true });
      expect(await ended(create(name, mark))).toBeInstanceOf(Error);
      expect(await ended(giveFormKeyBack(mark))).toBeInstanceOf(Error);
      await relay.restore();
      const second = await takeFormKey(key, admin.id, true);
      expect(second.state).toBe(isCarriedOut ? 'written' : 'mine');
      if (second.state === 'mine') await create(name, second.mark);
      expect(await countOf(name)).toBe(1);
    }
  });

  it('before it, is known to have written nothing: no transaction can commit without its mark', async () => {
    const mark = await take(crypto.randomUUID());
    const name = aName();
    await aside.query('BEGIN; LOCK TABLE structure_source IN ACCESS EXCLUSIVE MODE');
    const writing = ended(create(name, mark));
    await isWaiting();
    await relay.cut();
    expect(await writing).toBeInstanceOf(Error);
    expect(mark.isMarked).toBe(false);
    await aside.query('ROLLBACK');
    await relay.restore();
    expect(await giveFormKeyBack(mark)).toBe(true);
    expect(await countOf(name)).toBe(0);
  });
});

describe('a transaction still on its way', () => {
  it('is waited for before its form is said to be written or not', async () => {
    const mark = await take(crypto.randomUUID());
    await aside.query('BEGIN');
    await aside.query('UPDATE form_key SET written_at = now() WHERE key = $1', [mark.key]);
    const settled = giveFormKeyBack(mark);
    await isWaiting();
    await aside.query('COMMIT');
    expect(await settled).toBe(false);
  });
});

describe('a key whose holder died', () => {
  it('is given after two minutes to the next sending, and not before', async () => {
    const key = crypto.randomUUID();
    const former = await take(key);
    await age(key, '115 seconds');
    expect((await takeFormKey(key, admin.id)).state).toBe('running');
    await age(key, '121 seconds');
    expect((await takeFormKey(key, (await makeActor()).id)).state).toBe('foreign');
    const mark = await take(key);
    // Was it only slow, the former one writes nothing any more.
    const name = aName();
    await expect(create(name, former)).rejects.toThrow('taken over');
    expect(await countOf(name)).toBe(0);
    expect(await giveFormKeyBack(former)).toBe(true);
    await create(name, mark);
    await keepFormAnswer(former, { message: 'Trop tard.' });
    await keepFormAnswer(mark, { message: 'Fait.' });
    expect(await takeFormKey(key, admin.id)).toEqual({ state: 'answered', answer: { message: 'Fait.' } });
    expect(await countOf(name)).toBe(1);
  });

  it('after it wrote, answers that the form is written, however old it is', async () => {
    const [key, name] = [crypto.randomUUID(), aName()];
    await create(name, await take(key));
    expect((await takeFormKey(key, admin.id)).state).toBe('written');
    await aside.query(
      `UPDATE form_key SET at = at - interval '1 day', written_at = written_at - interval '1 day' WHERE key = $1`,
      [key],
    );
    expect((await takeFormKey(key, admin.id)).state).toBe('written');
    expect(await countOf(name)).toBe(1);
  });
});
