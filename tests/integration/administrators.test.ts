import { describe, expect, it } from 'vitest';
import { readSession } from '@/lib/auth/session';
import { enterWithPassword } from '@/lib/auth/sign-in';
import { getDb } from '@/lib/database/db';
import { acceptLink, createFirstAdminLink, inviteFromTerminal } from '@/lib/users/access/commands';
import { getUsableLink } from '@/lib/users/access/queries';
import { changeRole, disableUser, forgetUser } from '@/lib/users/commands';
import { addUser, PASSWORD, seen, signInAs } from '../support/office';
import { useTestDatabase } from '../support/test-database';

useTestDatabase('seeded');

describe('the first administrator', () => {
  it('comes in by any of the links that starts print, within half an hour, and is one however many come at once', async () => {
    const starts = await Promise.all([createFirstAdminLink(), createFirstAdminLink()]);
    const tokens = starts.map((token) => token ?? '');
    for (const token of tokens) {
      expect(await getUsableLink(token)).toMatchObject({ kind: 'first_admin' });
      expect(await getUsableLink(token, new Date(Date.now() + 31 * 60_000))).toBeNull();
    }
    // Two browsers on each link.
    const inputs = [...tokens, ...tokens].map((token, at) => ({
      token,
      email: `premiere-${at}@exemple.fr`,
      name: 'Première',
      password: PASSWORD,
      passwordAgain: PASSWORD,
    }));
    const all = await Promise.allSettled(inputs.map((input) => acceptLink(input)));
    const refused = all.filter((one) => one.status === 'rejected');
    expect(refused.map(({ reason }) => reason.code)).toEqual(Array(inputs.length - 1).fill('access-link-unusable'));
    for (const token of tokens) expect(await getUsableLink(token)).toBeNull();
    expect(await getDb().user.findMany({ select: { role: true } })).toEqual([{ role: 'administrator' }]);
    expect(await createFirstAdminLink()).toBeNull();
    const kept = JSON.stringify(await getDb().accessLink.findMany());
    for (const token of tokens) expect(kept).not.toContain(token);
  });
});

describe('the last active administrator', () => {
  it('cannot be demoted, suspended nor forgotten, and two cannot suspend each other at once', async () => {
    await getDb().user.updateMany({ where: { role: 'administrator' }, data: { disabledAt: new Date() } });
    const [one, other] = [await addUser('administrator'), await addUser('administrator')];
    const [readOne, readOther] = [await seen(one), await seen(other)];
    const both = await Promise.allSettled([disableUser(readOne, other), disableUser(readOther, one)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const last = await getDb().user.findFirstOrThrow({ where: { role: 'administrator', disabledAt: null } });
    const actor = last.id === one.id ? other : one;
    const read = await seen(last);
    for (const command of [
      () => disableUser(read, actor),
      () => forgetUser(read, actor),
      () => changeRole({ ...read, role: 'reader', regionScope: null }, actor),
    ]) {
      await expect(command()).rejects.toMatchObject({ code: 'last-administrator' });
    }
  });

  it('is let in again by a command: new password, role, no second factor', async () => {
    const lost = await addUser('reader');
    const { token, isRescue } = await inviteFromTerminal(lost.email);
    expect(isRescue).toBe(true);
    await acceptLink({ token, password: `${PASSWORD} neuf`, passwordAgain: `${PASSWORD} neuf` });
    expect((await enterWithPassword(lost.email, PASSWORD, new Headers())).outcome).toBe('wrong');
    expect(await readSession(await signInAs(lost, `${PASSWORD} neuf`))).toMatchObject({ role: 'administrator' });
  });
});
