import { beforeEach, describe, expect, it, vi } from 'vitest';
import { beginCodeAttempt, type CodeKind } from '@/lib/auth/code-attempts';
import { enterWithCode } from '@/lib/auth/sign-in';
import { totpCode } from '@/lib/auth/totp';
import { knowDeviceOfLink, recogniseVisitor } from '@/lib/auth/visitor';
import { getDb } from '@/lib/database/db';
import { parseJournalFilter } from '@/lib/journal/filter';
import { journalCsv } from '@/lib/journal/journal-file';
import { addUser, cookiesOf, NATIONAL, type TestUser } from '../support/office';
import { challenge, withSecondFactor } from '../support/second-factor';
import { useTestDatabase } from '../support/test-database';

useTestDatabase('migrated');

// A wait that is over while others are still being counted would be another question.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
});
const STRANGER = { network: '192.0.2.1', device: null };
const DAY_SECONDS = 24 * 60 * 60;

const from = (address: string, cookie = '') => new Headers({ 'x-forwarded-for': address, ...(cookie && { cookie }) });

async function browserOf(user: TestUser, code: string): Promise<string> {
  const entry = await enterWithCode(code, await challenge(user, from('203.0.113.1')));
  const cookies = cookiesOf(entry).get('cookie')?.split('; ') ?? [];
  return cookies.find((cookie) => cookie.includes('device')) ?? '';
}

async function tryCodes(user: TestUser, count: number, code = '000000') {
  const entries = [];
  let pending = new Headers();
  for (let at = 0; at < count; at += 1) {
    if (at % 5 === 0) pending = await challenge(user, from(`192.0.2.${at}`));
    entries.push(await enterWithCode(code, pending));
  }
  return entries;
}

async function waitsOf(userId: string, kind: CodeKind, seconds: number) {
  const [waits, began]: [number[], number] = [[], Date.now()];
  let tries = 0;
  while (Date.now() - began < seconds * 1_000) {
    const { waitSeconds } = await beginCodeAttempt(userId, kind, STRANGER);
    if (waitSeconds > 0) {
      waits.push(waitSeconds);
      vi.setSystemTime(Date.now() + waitSeconds * 1_000);
    } else tries += 1;
  }
  return { waits, tries };
}

describe('codes that someone with the password tries', () => {
  it('cost a wait that grows to an hour, sign-in after sign-in, kept in the database, and stays there', async () => {
    const user = await addUser('administrator');
    const { secret } = await withSecondFactor(user);
    expect((await tryCodes(user, 10)).map(({ outcome }) => outcome)).toEqual(Array.from({ length: 10 }, () => 'wrong'));
    const right = await enterWithCode(await totpCode(secret, new Date()), await challenge(user, from('198.51.100.9')));
    expect(right).toEqual({ outcome: 'wait', seconds: 2, isKnownDevice: false });

    expect(await getDb().signInFailure.findFirst({ where: { count: 10 } })).not.toBeNull();

    const { waits, tries } = await waitsOf(user.id, 'code', 2 * DAY_SECONDS);
    const grown = Array.from({ length: 11 }, (_, at) => 2 ** (at + 1));
    expect(waits.slice(0, 11)).toEqual(grown);
    expect(new Set(waits.slice(11))).toEqual(new Set([3_600]));
    expect(tries).toBeLessThanOrEqual(11 + 48);
  });

  it('are all counted when many come at once', async () => {
    const user = await addUser('editor');
    await withSecondFactor(user);
    const pending = await Promise.all(Array.from({ length: 13 }, () => challenge(user)));
    const entries = await Promise.all(pending.map((headers) => enterWithCode('000000', headers)));
    expect(entries.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(10);
    expect(entries.filter(({ outcome }) => outcome === 'wait')).toHaveLength(3);
    expect(entries.filter((entry) => 'spell' in entry && entry.spell)).toHaveLength(1);
  });

  it('do not lock their owner out of a device that entered before, which waits for its own mistakes alone', async () => {
    const user = await addUser('editor');
    const { secret, codes } = await withSecondFactor(user);
    const browser = await browserOf(user, codes[0] ?? '');
    await waitsOf(user.id, 'code', 3_600);
    const here = () => challenge(user, from('198.51.100.9', browser));
    const pending = await here();
    for (let at = 0; at < 4; at += 1) expect((await enterWithCode('000000', pending)).outcome).toBe('wrong');
    expect((await enterWithCode(await totpCode(secret, new Date()), await here())).outcome).toBe('in');
    const visitor = await recogniseVisitor(user.email, from('198.51.100.9', browser));
    const counted = await Promise.all(Array.from({ length: 30 }, () => beginCodeAttempt(user.id, 'code', visitor)));
    expect(counted.filter(({ waitSeconds }) => waitSeconds === 0)).toHaveLength(10);
  });

  it('leave recovery codes to serve, which have a wait of their own', async () => {
    const user = await addUser('editor');
    const { codes } = await withSecondFactor(user);
    await waitsOf(user.id, 'code', 3_600);
    expect((await enterWithCode(codes[0] ?? '', await challenge(user, from('198.51.100.9')))).outcome).toBe('in');
    const { waits } = await waitsOf(user.id, 'recovery-code', 600);
    expect(waits.slice(0, 3)).toEqual([2, 4, 8]);
  });

  it('are no more for whoever has the mailbox and opens one link after another', async () => {
    const user = await addUser('editor');
    const { secret } = await withSecondFactor(user);
    await waitsOf(user.id, 'code', 3_600);
    const devices = [];
    for (const address of ['198.51.100.1', '198.51.100.2']) {
      await knowDeviceOfLink(user.id, from(address));
      devices.push(await recogniseVisitor(user.email, from(address)));
    }
    for (let at = 0; at < 9; at += 1) {
      expect(await beginCodeAttempt(user.id, 'code', devices[at % 2] ?? STRANGER)).toMatchObject({ count: at + 1 });
    }
    // The owner, who used a link while strangers wait for an hour.
    const request = await challenge(user, from('198.51.100.1'));
    expect((await enterWithCode(await totpCode(secret, new Date()), request)).outcome).toBe('in');
  });

  it('are not forgotten for a code of their own account, sent with a session of it', async () => {
    const [user, other] = [await addUser('editor'), await addUser('reader')];
    await withSecondFactor(user);
    const { secret, codes } = await withSecondFactor(other);
    const session = cookiesOf(await enterWithCode(codes[0] ?? '', await challenge(other))).get('cookie');
    const pending = await challenge(user, from('192.0.2.1'));
    for (let at = 0; at < 4; at += 1) await enterWithCode('000000', pending);
    const both = from('192.0.2.1', `${pending.get('cookie')}; ${session}`);
    expect((await enterWithCode(await totpCode(secret, new Date()), both)).outcome).toBe('over');
    expect(await beginCodeAttempt(user.id, 'code', STRANGER)).toMatchObject({ count: 6 });
  });

  it('are told once a spell: to the owner, and to administrators in the journal, in words', async () => {
    const user = await addUser('editor');
    await withSecondFactor(user);
    const spells = (await tryCodes(user, 10)).map((entry) => ('spell' in entry ? entry.spell : undefined));
    expect(spells.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => null));
    expect(spells[9]).toEqual({ email: user.email, kind: 'code', isKnownDevice: false });
    vi.setSystemTime(Date.now() + 10_000);
    expect(await tryCodes(user, 1)).toEqual([{ outcome: 'wrong', spell: null }]);
    const lines = await getDb().auditEntry.findMany({ where: { action: 'user.codes-refused', subjectId: user.id } });
    expect(lines).toMatchObject([{ origin: 'program', actorId: null, after: { kind: 'code', knownDevice: false } }]);
    const file = await journalCsv(parseJournalFilter({ fiche: user.id }), NATIONAL);
    expect(file).toMatch(/codes de connexion faux, l’un après l’autre/);
    expect(file).toContain('code de l’application');
  });
});
