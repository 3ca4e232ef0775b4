import { describe, expect, it } from 'vitest';
import { readSession, type SignedIn } from '@/lib/auth/session';
import { enterWithPassword } from '@/lib/auth/sign-in';
import { removeExpired } from '@/lib/cli/office-commands';
import { withClient } from '@/lib/cli/scratch';
import { databaseUrl, getDb, getPool } from '@/lib/database/db';
import { parseJournalFilter } from '@/lib/journal/filter';
import { journalCsv } from '@/lib/journal/journal-file';
import { listJournal } from '@/lib/journal/queries';
import { acceptLink, createFirstAdminLink, inviteFromTerminal } from '@/lib/users/access/commands';
import { abandonSecondFactor, startSecondFactor } from '@/lib/users/account/commands';
import { forgetUser, inviteUser, makeResetLink, revokeInvitation } from '@/lib/users/commands';
import { addUser, NATIONAL, PASSWORD, seen, signInAs } from '../support/office';
import { useTestDatabase } from '../support/test-database';

useTestDatabase('migrated');

async function linesOf(act: () => Promise<unknown>) {
  const last = await getDb().auditEntry.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
  await act();
  return getDb().auditEntry.findMany({ where: { id: { gt: last?.id ?? 0n } }, orderBy: { id: 'asc' } });
}
const linkOf = (where: { email?: string; userId?: string }) =>
  getDb().accessLink.findFirstOrThrow({ where: { ...where, revokedAt: null, usedAt: null } });

describe('the links of a site without anyone', () => {
  it('are told in the journal as ended once a first account is made, however it was', async () => {
    const created = { action: 'access-link.created', origin: 'program' };
    for (let start = 0; start < 2; start += 1) expect(await linesOf(createFirstAdminLink)).toMatchObject([created]);
    const { token } = await inviteFromTerminal('une@exemple.fr');
    const accept = () => acceptLink({ token, name: 'Une', password: PASSWORD, passwordAgain: PASSWORD });
    expect(await linesOf(accept)).toMatchObject([
      { action: 'user.created' },
      { action: 'access-link.revoked', origin: 'interface' },
      { action: 'access-link.revoked', origin: 'interface' },
    ]);
  });
});

describe('a link that another replaces', () => {
  it('is told in the journal as ended, by whoever replaced it', async () => {
    const [admin, reader] = [await addUser('administrator'), await addUser('reader')];
    const invite = () => inviteUser({ email: 'deux@exemple.fr', role: 'reader', regionScope: null }, admin);
    expect(await linesOf(invite)).toMatchObject([{ action: 'access-link.created' }]);
    const invited = await linkOf({ email: 'deux@exemple.fr' });
    expect(await linesOf(invite)).toMatchObject([
      { action: 'access-link.revoked', subjectId: invited.id, actorId: admin.id, before: null, after: null },
      { action: 'access-link.created' },
    ]);
    const again = await linkOf({ email: 'deux@exemple.fr' });
    expect(await linesOf(() => inviteFromTerminal('deux@exemple.fr'))).toMatchObject([
      { action: 'access-link.revoked', subjectId: again.id, origin: 'terminal', actorId: null },
      { action: 'access-link.created' },
    ]);
    const last = await linkOf({ email: 'deux@exemple.fr' });
    expect(await linesOf(() => revokeInvitation(last.id, admin))).toMatchObject([
      { action: 'access-link.revoked', subjectId: last.id },
    ]);
    await expect(revokeInvitation(last.id, admin)).rejects.toMatchObject({ code: 'already-done' });

    await makeResetLink(reader.id, admin);
    const reset = await linkOf({ userId: reader.id });
    const token = await linesOf(() => makeResetLink(reader.id, admin));
    expect(token).toMatchObject([
      { action: 'access-link.revoked', subjectId: reset.id },
      { action: 'access-link.created' },
    ]);
    expect(await linesOf(async () => forgetUser(await seen(reader), admin))).toMatchObject([
      { action: 'access-link.revoked' },
      { action: 'user.forgotten' },
    ]);
  });
});

async function signedIn(): Promise<SignedIn> {
  const who = await readSession(await signInAs(await addUser('editor')));
  if (!who) throw new Error('no session');
  return who;
}

describe('a second factor', () => {
  it('that is begun, begun again and given away is told each time, never its secret', async () => {
    const who = await signedIn();
    const lines = await linesOf(async () => {
      await startSecondFactor(who);
      await startSecondFactor(who);
      await abandonSecondFactor(who);
      // There is nothing left to give away.
      await abandonSecondFactor(who);
    });
    const line = { subjectKind: 'user', subjectId: who.id, actorId: who.id, before: null, after: null };
    expect(lines).toMatchObject([
      { ...line, action: 'user.second-factor-started' },
      { ...line, action: 'user.second-factor-started' },
      { ...line, action: 'user.second-factor-abandoned' },
    ]);
  });
});

const names = async () => {
  const { entries } = await listJournal(parseJournalFilter({}), NATIONAL);
  return entries.map(({ actorName, subjectName }) => [actorName, subjectName]);
};

describe('someone who left', () => {
  it('is still named by a number, in the journal and in its file, for what they did and what was done to them', async () => {
    const [admin, leaver] = [await addUser('administrator'), await addUser('administrator')];
    await inviteUser({ email: 'trois@exemple.fr', role: 'reader', regionScope: null }, leaver);
    const { number } = await getDb().user.findUniqueOrThrow({ where: { id: leaver.id } });
    expect((await names())[0]?.[0]).toMatch(/^Personne \d+$/);
    await forgetUser(await seen(leaver), admin);
    const former = `ancien compte n°\u00A0${number}`;
    const [forgotten, invited] = await names();
    expect([forgotten?.[1], invited?.[0]]).toEqual([former, former]);
    const file = await journalCsv(parseJournalFilter({ qui: leaver.id }), NATIONAL);
    expect(file).toContain(`;"${former}";"lien préparé";`);
    expect(await journalCsv(parseJournalFilter({ fiche: former }), NATIONAL)).toContain(
      `;"compte oublié";"Comptes";"${leaver.id}";"${former}";`,
    );
    expect(await journalCsv(parseJournalFilter({}), NATIONAL)).not.toContain(leaver.email);
  });
});

describe('failed sign-ins', () => {
  it('are forgotten after ninety days, and not before', async () => {
    const { email } = await addUser('reader');
    expect((await enterWithPassword(email, 'pas le bon mot', new Headers())).outcome).toBe('wrong');
    for (const [days, left] of [
      [89, 1],
      [91, 0],
    ]) {
      await getPool().query('UPDATE sign_in_failure SET hour = now() - make_interval(days => $1)', [days]);
      await withClient(databaseUrl(), removeExpired);
      expect(await getDb().signInFailure.count()).toBe(left);
    }
  });
});
