import { describe, expect, it } from 'vitest';
import { readSession } from '@/lib/auth/session';
import { enterWithPassword } from '@/lib/auth/sign-in';
import { getDb, getPool } from '@/lib/database/db';
import { acceptLink } from '@/lib/users/access/commands';
import { getUsableLink } from '@/lib/users/access/queries';
import { changeRole, disableUser, enableUser, forgetUser, inviteUser, makeResetLink } from '@/lib/users/commands';
import { addUser, PASSWORD, seen, signInAs, type TestUser } from '../support/office';
import { useTestDatabase } from '../support/test-database';

useTestDatabase('seeded');

const accountOf = ({ id }: { id: string }) => getDb().user.findUniqueOrThrow({ where: { id } });
type Change = (read: Awaited<ReturnType<typeof seen>>, actor: TestUser) => Promise<void>;
const give =
  (role: 'editor' | 'reader', regionScope: string[] | null): Change =>
  (read, actor) =>
    changeRole({ ...read, role, regionScope }, actor);

const lastAudit = () => getDb().auditEntry.findFirst({ orderBy: { id: 'desc' } });

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
