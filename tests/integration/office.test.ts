import { describe, expect, it, vi } from 'vitest';
import { getAuth } from '@/lib/auth/better-auth';
import { readSession } from '@/lib/auth/session';
import { enterWithCode, enterWithPassword } from '@/lib/auth/sign-in';
import { getDb, getPool } from '@/lib/database/db';
import { acceptLink, createFirstAdminLink, inviteFromTerminal } from '@/lib/users/access/commands';
import { getUsableLink } from '@/lib/users/access/queries';
import { changeRole, disableUser, enableUser, forgetUser, inviteUser, makeResetLink } from '@/lib/users/commands';
import { addUser, cookiesOf, PASSWORD, seen, signInAs, type TestUser } from '../support/office';
import { useTestDatabase } from '../support/test-database';

useTestDatabase('seeded');

const accountOf = ({ id }: { id: string }) => getDb().user.findUniqueOrThrow({ where: { id } });
type Change = (read: Awaited<ReturnType<typeof seen>>, actor: TestUser) => Promise<void>;
const give =
  (role: 'editor' | 'reader', regionScope: string[] | null): Change =>
  (read, actor) =>
    changeRole({ ...read, role, regionScope }, actor);

const lastAudit = () => getDb().auditEntry.findFirst({ orderBy: { id: 'desc' } });

describe('the journal', () => {
  it('begins with the default data, in one line', async () => {
    expect(await getDb().auditEntry.findMany()).toMatchObject([
      { action: 'data.loaded', origin: 'program', actorId: null, after: { structures: 382 } },
    ]);
  });

  it.each(['UPDATE audit_entry SET action = $$a.b$$', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry CASCADE'])(
    'refuses %s',
    async (statement) => {
      await expect(getPool().query(statement)).rejects.toThrow('never rewritten');
    },
  );
});

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

describe('an account', () => {
  it('comes from an invitation, whose role and régions no form can widen', async () => {
    const admin = await addUser('administrator');
    const token = await inviteUser({ email: 'invite@exemple.fr', role: 'editor', regionScope: ['53'] }, admin);
    await acceptLink({ token, name: 'Invité', password: PASSWORD, passwordAgain: PASSWORD });
    const user = await getDb().user.findUniqueOrThrow({ where: { email: 'invite@exemple.fr' } });
    expect(user).toMatchObject({ role: 'editor', coversFrance: false, regionScope: ['53'] });
    expect(await lastAudit()).toMatchObject({ action: 'user.created', actorId: user.id });
    await expect(
      inviteUser({ email: 'invite@exemple.fr', role: 'reader', regionScope: null }, admin),
    ).rejects.toMatchObject({ code: 'address-taken' });
    await expect(
      inviteUser({ email: 'x@exemple.fr', role: 'editor', regionScope: ['999'] }, admin),
    ).rejects.toMatchObject({ code: 'region-unknown' });
  });

  it('is never opened by the address or the name of its owner, and the link serves for another password', async () => {
    const token = await inviteUser(
      { email: 'anne.legoff@exemple.fr', role: 'reader', regionScope: null },
      await addUser('administrator'),
    );
    const accept = (password: string) => acceptLink({ token, name: 'Anne Le Goff', password, passwordAgain: password });
    for (const password of ['anne.legoff@exemple.fr', 'Le Goff Anne 2026']) {
      await expect(accept(password)).rejects.toMatchObject({ code: 'password-own', field: 'password' });
    }
    expect(await getDb().user.findUnique({ where: { email: 'anne.legoff@exemple.fr' } })).toBeNull();
    await accept(PASSWORD);
  });

  it('is out at once when suspended, its reset link with it, and back when restored', async () => {
    const admin = await addUser('administrator');
    const editor = await addUser('editor');
    const headers = await signInAs(editor);
    const token = await makeResetLink(editor.id, admin);
    expect(await readSession(headers)).toMatchObject({ id: editor.id });
    await disableUser(await seen(editor), admin);
    expect(await readSession(headers)).toBeNull();
    expect(await getUsableLink(token)).toBeNull();
    expect((await enterWithPassword(editor.email, PASSWORD, new Headers())).outcome).toBe('wrong');
    await enableUser(await seen(editor), admin);
    expect(await readSession(await signInAs(editor))).toMatchObject({ id: editor.id });
  });

  it('is refused a change made on an older reading of it, with both roles to choose from', async () => {
    const [admin, other] = [await addUser('administrator'), await addUser('administrator')];
    const reader = await addUser('reader');
    const read = await seen(reader);
    await changeRole({ ...read, role: 'editor', regionScope: ['28'] }, other);
    const change = { ...read, role: 'editor', regionScope: null } as const;
    await expect(changeRole(change, admin)).rejects.toMatchObject({
      code: 'edited-meanwhile',
      conflict: {
        version: 2,
        fields: [{ name: 'role', saved: 'Édition, Normandie', typed: 'Édition, toute la France', suggested: 'saved' }],
      },
    });
    // Kept as saved, nothing is to be written; chosen over the version that was shown, it is.
    await expect(changeRole({ ...change, version: 2, isSavedKept: true }, admin)).rejects.toMatchObject({
      code: 'already-done',
    });
    await changeRole({ ...change, version: 2 }, admin);
    expect(await accountOf(reader)).toMatchObject({ role: 'editor', coversFrance: true, version: 3 });
    expect(await lastAudit()).toMatchObject({ action: 'user.role-changed', after: { regions: null, version: 3 } });
  });

  it('is changed once by two administrators at the same moment, whatever each of them does', async () => {
    const [one, other] = [await addUser('administrator'), await addUser('administrator')];
    const pairs: [Change, Change][] = [
      [give('editor', ['53']), give('editor', null)],
      [give('editor', ['53']), disableUser],
      [disableUser, forgetUser],
    ];
    for (const [mine, theirs] of pairs) {
      const user = await addUser('reader');
      const read = await seen(user);
      const both = await Promise.allSettled([mine(read, one), theirs(read, other)]);
      const refusals = both.flatMap((end) => (end.status === 'rejected' ? [end.reason.code] : []));
      expect(refusals).toHaveLength(1);
      expect(['edited-meanwhile', 'user-departed']).toContain(refusals[0]);
      expect((await accountOf(user)).version).toBe(2);
    }
  });

  it('keeps its number and loses name, address and password when forgotten; the journal names none of them', async () => {
    const admin = await addUser('administrator');
    const editor = await addUser('editor');
    await forgetUser(await seen(editor), admin);
    const user = await getDb().user.findUniqueOrThrow({ where: { id: editor.id }, include: { accounts: true } });
    expect(user.name).toBe(`ancien compte n°\u00A0${user.number}`);
    expect(user).toMatchObject({ email: user.name, accounts: [] });
    const journal = await getPool().query<{ text: string }>(
      `SELECT string_agg(e::text, '') AS text FROM audit_entry e`,
    );
    expect(journal.rows[0]?.text).not.toMatch(/@exemple\.fr|Personne \d/);
    await expect(enableUser(await seen(editor), admin)).rejects.toMatchObject({ code: 'user-departed' });
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
