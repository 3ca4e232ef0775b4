import { describe, expect, it, vi } from 'vitest';
import { getAuth } from '@/lib/auth/better-auth';
import { readSession } from '@/lib/auth/session';
import { enterWithCode, enterWithPassword } from '@/lib/auth/sign-in';
import { getDb } from '@/lib/database/db';
import { changePassword, endAllSessions } from '@/lib/users/account/commands';
import { addUser, cookiesOf, PASSWORD, signInAs } from '../support/office';
import { signedIn } from '../support/second-factor';
import { useTestDatabase } from '../support/test-database';

useTestDatabase('migrated');

describe('a session', () => {
  it('ends after two hours without a request, and after twelve in all', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T08:00:00Z') });
    const user = await addUser('reader');
    const [idle, busy] = [await signInAs(user), await signInAs(user)];
    for (const hour of ['09:30', '11:00', '12:30', '14:00', '15:30', '17:00', '18:30', '19:59']) {
      vi.setSystemTime(new Date(`2026-11-24T${hour}:00Z`));
      expect(await readSession(busy)).toMatchObject({ id: user.id });
    }
    expect(await readSession(idle)).toBeNull();
    vi.setSystemTime(new Date('2026-11-24T20:00:01Z'));
    expect(await readSession(busy)).toBeNull();
  });

  it('has a new token at each sign-in, which ends the one it replaces', async () => {
    const user = await addUser('reader');
    const first = await signInAs(user);
    const entry = await enterWithPassword(user.email, PASSWORD, first);
    const second = cookiesOf(entry);
    expect(second.get('cookie')).not.toBe(first.get('cookie'));
    expect(await readSession(first)).toBeNull();
    expect(await readSession(second)).toMatchObject({ id: user.id });
  });

  it('is nothing without the signature of this site', async () => {
    const headers = await signInAs(await addUser('reader'));
    const forged = (headers.get('cookie') ?? '').replaceAll(/\.[^.;]*(?=;|$)/g, '.AAAA');
    expect(await readSession(new Headers({ cookie: forged }))).toBeNull();
    expect(await readSession(new Headers())).toBeNull();
  });
});

describe('the library', () => {
  it('signs nobody up', async () => {
    const body = { email: 'dehors@exemple.fr', password: PASSWORD, name: 'Dehors' };
    await expect(getAuth().api.signUpEmail({ body })).rejects.toThrow(/sign ?up/i);
    expect(await getDb().user.findUnique({ where: { email: body.email } })).toBeNull();
  });

  it('gives no way past the second step without its own challenge', async () => {
    expect((await enterWithCode('123456', new Headers())).outcome).toBe('over');
  });
});

describe('one’s own sessions', () => {
  it('end elsewhere with a change of password, and everywhere when asked', async () => {
    const user = await addUser('reader');
    const elsewhere = await signInAs(user);
    const { who, headers } = await signedIn(user);
    await expect(changePassword(user.email, who)).rejects.toMatchObject({ code: 'password-own', field: 'password' });
    expect(await readSession(elsewhere)).toMatchObject({ id: user.id });
    await changePassword(`${PASSWORD} neuf`, who);
    expect(await readSession(elsewhere)).toBeNull();
    expect(await readSession(headers)).toMatchObject({ id: user.id });
    expect((await enterWithPassword(user.email, PASSWORD, new Headers())).outcome).toBe('wrong');
    await endAllSessions(who);
    expect(await readSession(headers)).toBeNull();
  });
});
