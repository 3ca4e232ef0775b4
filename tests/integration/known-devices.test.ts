import { Client } from 'pg';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEVICE_KNOWN_SECONDS } from '@/lib/auth/session-rules';
import { enterWithPassword, leave } from '@/lib/auth/sign-in';
import { beginAttempt } from '@/lib/auth/sign-in-attempts';
import { knowDeviceOfLink, recogniseVisitor } from '@/lib/auth/visitor';
import { removeExpired } from '@/lib/cli/office-commands';
import { withClient } from '@/lib/cli/scratch';
import { databaseUrl, getDb, getPool } from '@/lib/database/db';
import { acceptLink } from '@/lib/users/access/commands';
import { disableUser, enableUser, forgetUser, makeResetLink } from '@/lib/users/commands';
import { linkForForgotten } from '@/lib/users/forgotten-password';
import { confirmOwnPassword } from '@/lib/users/password';
import { addUser, cookiesOf, PASSWORD, seen, type TestUser } from '../support/office';
import { useTestDatabase } from '../support/test-database';

useTestDatabase('migrated');

// A wait that is over while others are still being counted would be another question.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
});
const WRONG = 'pas le bon mot';
const HOME = '203.0.113.1';
const AWAY = '198.51.100.9';

const from = (address: string, browser = new Headers()) =>
  new Headers({ 'x-forwarded-for': address, ...(browser.get('cookie') && { cookie: String(browser.get('cookie')) }) });

async function browserOf({ email }: TestUser, address = HOME): Promise<Headers> {
  const entry = await enterWithPassword(email, PASSWORD, from(address));
  await leave(from(address, cookiesOf(entry)));
  const cookies = cookiesOf(entry).get('cookie')?.split('; ') ?? [];
  return new Headers({ cookie: cookies.find((cookie) => cookie.includes('device')) ?? '' });
}

/** Each of another network: their passwords are not even looked at. */
const tired = (email: string) =>
  Promise.all(
    Array.from({ length: 25 }, (_, at) => beginAttempt('sign-in', email, { network: `192.0.2.${at}`, device: null })),
  );

const outcomeOf = async (email: string, request: Headers, password = PASSWORD) =>
  (await enterWithPassword(email, password, request)).outcome;

const accept = (token: string, password: string) => acceptLink({ token, password, passwordAgain: password });

const isKnown = async ({ email }: TestUser, request: Headers) =>
  (await recogniseVisitor(email, request)).device !== null;

describe('an account that 200 strangers try at once', () => {
  it('opens at the first try on a device that entered it before, wherever it is, and to strangers at their rate', async () => {
    const owner = await addUser('editor');
    const browser = await browserOf(owner);
    const tries = Promise.all(
      Array.from({ length: 200 }, (_, at) => enterWithPassword(owner.email, WRONG, from(`192.0.2.${at}`))),
    );
    expect(await outcomeOf(owner.email, from(AWAY, browser))).toBe('in');
    const outcomes = (await tries).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(20);
    expect(outcomes.filter((outcome) => outcome === 'wait')).toHaveLength(180);
    // Whoever enters from a known device has not made the others wait less.
    expect(await outcomeOf(owner.email, from(AWAY, browser))).toBe('in');
    expect(await outcomeOf(owner.email, from('198.51.100.77'))).toBe('wait');
  });

  it('opens at the first try at an address it was entered from, without a cookie', async () => {
    const owner = await addUser('editor');
    await browserOf(owner, '2001:db8:1:2::77');
    await tired(owner.email);
    expect(await outcomeOf(owner.email, from('2001:db8:1:2:9:9:9:9'))).toBe('in');
    expect(await outcomeOf(owner.email, from('2001:db8:1:3::77'))).toBe('wait');
  });

  it('keeps a new device waiting with the strangers until a link makes it known', async () => {
    const [owner, admin] = [await addUser('editor'), await addUser('administrator')];
    await tired(owner.email);
    expect(await enterWithPassword(owner.email, PASSWORD, from(AWAY))).toMatchObject({
      outcome: 'wait',
      isKnownDevice: false,
    });
    for (const makeLink of [
      () => makeResetLink(owner.id, admin),
      async () => linkForForgotten(owner.email, await recogniseVisitor(owner.email, from(AWAY)), makeResetLink),
    ]) {
      const token = await makeLink();
      const password = `${PASSWORD} ${token?.slice(0, 8)}`;
      const userId = await accept(token ?? '', password);
      const address = `198.51.100.${10 + password.length}`;
      await knowDeviceOfLink(userId, from(address));
      expect(await outcomeOf(owner.email, from(address), password)).toBe('in');
      await getDb().knownDevice.deleteMany({ where: { userId } });
    }
  });

  it('asks its owner, signed in, for the password without any wait', async () => {
    const owner = await addUser('editor');
    const browser = await browserOf(owner);
    await tired(owner.email);
    await confirmOwnPassword(owner, PASSWORD, from(AWAY, browser));
    await expect(confirmOwnPassword(owner, PASSWORD, from(AWAY))).rejects.toMatchObject({ code: 'too-many-attempts' });
  });
});

describe('a mailed link', () => {
  it('still serves after strangers asked for others, and ends them once it has served', async () => {
    const owner = await addUser('editor');
    const ask = async (address: string) =>
      linkForForgotten(owner.email, await recogniseVisitor(owner.email, from(address)), makeResetLink);
    const mine = await ask(AWAY);
    const theirs = [await ask('192.0.2.1'), await ask('192.0.2.2')];
    expect(await accept(mine ?? '', `${PASSWORD} neuf`)).toBe(owner.id);
    for (const token of theirs)
      await expect(accept(token ?? '', `${PASSWORD} neuf`)).rejects.toMatchObject({ code: 'access-link-unusable' });
  });

  it('is asked for by many strangers at once through a few connections, so that the others are free', async () => {
    const owner = await addUser('editor');
    const watcher = new Client({ connectionString: databaseUrl() });
    await watcher.connect();
    let mostHeld = 0;
    const over = new AbortController();
    const watch = async () => {
      while (!over.signal.aborted) {
        const { rows } = await watcher.query<{ held: number }>(
          `SELECT count(*)::int AS held FROM pg_stat_activity
           WHERE datname = current_database() AND state <> 'idle' AND query LIKE '%pg_advisory_xact_lock%' AND pid <> pg_backend_pid()`,
        );
        mostHeld = Math.max(mostHeld, rows[0]?.held ?? 0);
      }
    };
    const watching = watch();
    const strangers = Array.from({ length: 60 }, (_, at) => ({ network: `192.0.2.${at}`, device: null }));
    const links = await Promise.all(strangers.map((one) => linkForForgotten(owner.email, one, makeResetLink)));
    over.abort();
    await watching;
    await watcher.end();
    expect(links.filter(Boolean).length).toBeGreaterThan(0);
    expect(mostHeld).toBeGreaterThan(0);
    expect(mostHeld).toBeLessThanOrEqual(3);
  });

  it('can be asked for on a known device while strangers, who would fill the box, use up what they may ask for', async () => {
    const owner = await addUser('editor');
    const browser = await browserOf(owner);
    const ask = async (request: Headers) =>
      linkForForgotten(owner.email, await recogniseVisitor(owner.email, request), makeResetLink);
    const letters = await Promise.all(Array.from({ length: 40 }, (_, at) => ask(from(`192.0.2.${at}`))));
    expect(letters.filter(Boolean)).toHaveLength(5);
    expect(await ask(from(AWAY, browser))).toMatch(/^[\w-]{43}$/);
  });
});

describe('a known device', () => {
  it('waits for its own mistakes alone, and still does: a stolen cookie does not try without end', async () => {
    const owner = await addUser('reader');
    const [here, there] = [await browserOf(owner), await browserOf(owner)];
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, at) => outcomeOf(owner.email, from(`192.0.2.${at}`, here), WRONG)),
    );
    expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(5);
    expect(await enterWithPassword(owner.email, PASSWORD, from(AWAY, here))).toMatchObject({
      outcome: 'wait',
      isKnownDevice: true,
    });
    expect(await outcomeOf(owner.email, from(AWAY, there))).toBe('in');
  });

  it('is a stranger once its cookie is forged, cut, that of another account or older than a year', async () => {
    const [owner, other] = [await addUser('reader'), await addUser('reader')];
    const browser = await browserOf(owner);
    const cookie = browser.get('cookie') ?? '';
    expect(await isKnown(owner, from(AWAY, browser))).toBe(true);
    expect(await isKnown(other, from(AWAY, browser))).toBe(false);
    const [name, value = ''] = cookie.split('=');
    const [device, signature] = decodeURIComponent(value).split('.');
    const entry = await enterWithPassword(other.email, PASSWORD, from('192.0.2.77'));
    const session = /session_token=([^;]+)/.exec(String(cookiesOf(entry).get('cookie')))?.[1];
    for (const forged of [
      device,
      `${device}.${'A'.repeat(43)}=`,
      `${device}x.${signature}`,
      `appareil-${'a'.repeat(32)}.${signature}`,
      '',
      'x'.repeat(3_000),
      decodeURIComponent(session ?? ''),
    ]) {
      const request = from(AWAY, new Headers({ cookie: `${name}=${encodeURIComponent(forged ?? '')}` }));
      expect(await isKnown(owner, request)).toBe(false);
    }
    vi.setSystemTime(Date.now() + DEVICE_KNOWN_SECONDS * 1_000);
    expect(await isKnown(owner, from(AWAY, browser))).toBe(false);
  });

  it('may be known to several accounts, by one cookie that a script cannot read', async () => {
    const [one, other] = [await addUser('reader'), await addUser('editor')];
    const browser = await browserOf(one);
    const entry = await enterWithPassword(other.email, PASSWORD, from(HOME, browser));
    if (!('headers' in entry)) throw new Error('not let in');
    const set = entry.headers.getSetCookie().filter((line) => line.includes('device'));
    expect(set).toEqual([expect.stringMatching(/^fabriques\.device=[^;]{1,120};.*Max-Age=31536000/)]);
    expect(set[0]).toMatch(/HttpOnly/i);
    expect(set[0]).toMatch(/SameSite=Lax/i);
    expect(set[0]).toContain(browser.get('cookie'));
    expect(await isKnown(one, from(AWAY, browser))).toBe(true);
    expect(await isKnown(other, from(AWAY, browser))).toBe(true);
  });

  it('is not made by a wrong password', async () => {
    const owner = await addUser('reader');
    expect(await outcomeOf(owner.email, from(AWAY), WRONG)).toBe('wrong');
    expect(await isKnown(owner, from(AWAY))).toBe(false);
    expect(await getDb().knownDevice.count({ where: { userId: owner.id } })).toBe(0);
  });

  it('is a stranger again when the account is suspended or forgotten, and names nobody in the database', async () => {
    const [owner, admin] = [await addUser('reader'), await addUser('administrator')];
    const browser = await browserOf(owner);
    expect(JSON.stringify(await getDb().knownDevice.findMany())).not.toContain(HOME);
    await disableUser(await seen(owner), admin);
    await enableUser(await seen(owner), admin);
    expect(await isKnown(owner, from(AWAY, browser))).toBe(false);
    await browserOf(owner);
    await forgetUser(await seen(owner), admin);
    expect(await getDb().knownDevice.count({ where: { userId: owner.id } })).toBe(0);
  });

  it('is removed a year after the last time, and the hundred last ones are kept', async () => {
    const owner = await addUser('reader');
    await browserOf(owner);
    const known = { userId: owner.id, hasEntered: true, lastAt: new Date(Date.now() - 60_000) };
    const hashes = Array.from({ length: 120 }, (_, at) => at.toString(16).padStart(64, '0'));
    await getDb().knownDevice.createMany({ data: hashes.map((device) => ({ ...known, device })) });
    const browser = await browserOf(owner);
    expect(await getDb().knownDevice.count({ where: { userId: owner.id } })).toBe(100);
    expect(await isKnown(owner, from(AWAY, browser))).toBe(true);
    const expired = `UPDATE known_device SET last_at = now() - interval '366 days' WHERE device < repeat('1', 64)`;
    await getPool().query(expired);
    await withClient(databaseUrl(), removeExpired);
    const left = await getDb().knownDevice.findMany({ where: { userId: owner.id } });
    expect(left.every(({ device }) => device >= '1'.repeat(64))).toBe(true);
  });
});
