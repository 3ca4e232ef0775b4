import { describe, expect, it } from 'vitest';
import { readSession } from '@/lib/auth/session';
import { enterWithCode, enterWithPassword } from '@/lib/auth/sign-in';
import { totpCode } from '@/lib/auth/totp';
import { takeCode } from '@/lib/auth/used-codes';
import { getDb } from '@/lib/database/db';
import { confirmSecondFactor, removeSecondFactor, startSecondFactor } from '@/lib/users/account/commands';
import { getAccountFacts, getPendingSecondFactor } from '@/lib/users/account/queries';
import { resetSecondFactor } from '@/lib/users/commands';
import { addUser, cookiesOf, PASSWORD, seen } from '../support/office';
import { challenge, secretOf, signedIn, withSecondFactor } from '../support/second-factor';
import { useTestDatabase } from '../support/test-database';

useTestDatabase('migrated');

describe('the second factor', () => {
  it('is asked at sign-in only once a first code has proved it, and lets in with the code of now', async () => {
    const user = await addUser('administrator');
    const { who } = await signedIn(user);
    await startSecondFactor(who);
    expect(await getPendingSecondFactor(who)).toMatchObject({ secret: expect.stringMatching(/^[A-Z2-7]{52}$/) });
    await expect(confirmSecondFactor('000000', who)).rejects.toMatchObject({ code: 'code-wrong', field: 'code' });
    expect((await enterWithPassword(user.email, PASSWORD, new Headers())).outcome).toBe('in');

    const [secret, now] = [await secretOf(who), new Date()];
    const first = await totpCode(secret, now);
    const codes = await confirmSecondFactor(first, who, now);
    expect(new Set(codes).size).toBe(10);
    expect(await getPendingSecondFactor(who)).toBeNull();

    const pending = await challenge(user);
    expect(await readSession(pending)).toBeNull();
    expect((await enterWithCode('000000', pending)).outcome).toBe('wrong');
    // The one that proved it has served.
    expect((await enterWithCode(first, pending)).outcome).toBe('used');
    const entry = await enterWithCode(await totpCode(secret, now, 1), await challenge(user));
    expect(await readSession(cookiesOf(entry))).toMatchObject({ hasSecondFactor: true });
  });

  it('gives ten codes for a lost telephone, each of which serves once', async () => {
    const user = await addUser('editor');
    const { codes } = await withSecondFactor(user);
    const code = codes[3] ?? '';
    expect((await enterWithCode(code, await challenge(user))).outcome).toBe('in');
    expect(await getAccountFacts(user.id)).toMatchObject({ recoveryCodes: 9 });
    expect((await enterWithCode(code, await challenge(user))).outcome).toBe('wrong');
  });

  it('lets in once by a recovery code that is sent twice at once, and tells the other that it is wrong', async () => {
    const user = await addUser('editor');
    const { codes } = await withSecondFactor(user);
    for (const [rank, code] of codes.slice(0, 6).entries()) {
      const first = await challenge(user);
      const pending = [first, rank % 2 === 0 ? first : await challenge(user)];
      const both = await Promise.all(pending.map((headers) => enterWithCode(code, headers)));
      expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['in', 'wrong']);
    }
    expect(await getAccountFacts(user.id)).toMatchObject({ recoveryCodes: 4 });
  });

  it('does not let codes be guessed: after five the password is asked again', async () => {
    const user = await addUser('reader');
    await withSecondFactor(user);
    const pending = await challenge(user);
    const outcomes: string[] = [];
    for (let guess = 0; guess < 6; guess += 1) outcomes.push((await enterWithCode('111111', pending)).outcome);
    expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'over']);
  });

  it('lets in once with one code, whoever else read it, and with the next', async () => {
    const [user, other] = [await addUser('reader'), await addUser('reader')];
    const { secret } = await withSecondFactor(user);
    const code = await totpCode(secret, new Date());
    const pending = [await challenge(user), await challenge(user)];
    const both = await Promise.all(pending.map((headers) => enterWithCode(code, headers)));
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['in', 'used']);
    expect(await getDb().session.count({ where: { userId: user.id } })).toBe(2);
    expect((await enterWithCode(code, await challenge(user))).outcome).toBe('used');
    expect(await takeCode(getDb(), other.id, code)).toBe(true);
    expect((await enterWithCode(await totpCode(secret, new Date(), 1), await challenge(user))).outcome).toBe('in');
    // The same digits, another day.
    expect(await takeCode(getDb(), user.id, code, new Date(Date.now() + 91_000))).toBe(true);
  });

  it('lets nobody in whose account is suspended between the password and the code', async () => {
    const user = await addUser('reader');
    const { secret, codes } = await withSecondFactor(user);
    const pending = [await challenge(user), await challenge(user)];
    await getDb().user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    for (const [at, code] of [await totpCode(secret, new Date()), codes[0] ?? ''].entries()) {
      expect((await enterWithCode(code, pending[at] ?? new Headers())).outcome).toBe('over');
    }
  });

  it('is kept encrypted, and removed by its owner or by an administrator', async () => {
    const [user, admin] = [await addUser('reader'), await addUser('administrator')];
    const { secret, codes } = await withSecondFactor(user);
    const stored = JSON.stringify(await getDb().twoFactor.findMany());
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(codes[0]);
    await resetSecondFactor(await seen(user), admin);
    const { who } = await signedIn(user);
    expect(who.hasSecondFactor).toBe(false);
    await expect(resetSecondFactor(await seen(admin), admin)).rejects.toMatchObject({ code: 'own-account' });
    await withSecondFactor(user);
    await removeSecondFactor(who);
    expect((await enterWithPassword(user.email, PASSWORD, new Headers())).outcome).toBe('in');
  });
});
