import { describe, expect, it, vi } from 'vitest';
import { enterWithPassword } from '@/lib/auth/sign-in';
import { getDb } from '@/lib/database/db';
import { addUser, PASSWORD } from '../support/office';
import { useTestDatabase } from '../support/test-database';

useTestDatabase('migrated');

const from = (address: string) => new Headers({ 'x-forwarded-for': address });

/** Processor time that one refusal takes, in microseconds: the password's slow hash is nearly all of it. */
async function cost(email: string, client: string): Promise<number> {
  const began = process.cpuUsage();
  expect((await enterWithPassword(email, 'pas le bon mot', from(client))).outcome).toBe('wrong');
  const { user, system } = process.cpuUsage(began);
  return user + system;
}
const medianOfFive = (values: number[]) => values.toSorted((one, other) => one - other)[2] ?? 0;

describe('wrong passwords', () => {
  it('cost a wait after five from one address, even for the right one, and none from another', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T10:00:00Z') });
    const { email } = await addUser('reader');
    for (let time = 0; time < 5; time += 1) {
      expect((await enterWithPassword(email, 'pas le bon mot', from('192.0.2.1'))).outcome).toBe('wrong');
    }
    expect(await enterWithPassword(email, PASSWORD, from('192.0.2.1'))).toEqual({
      outcome: 'wait',
      seconds: 2,
      isKnownDevice: false,
    });
    expect((await enterWithPassword(email, PASSWORD, from('192.0.2.2'))).outcome).toBe('in');
    vi.setSystemTime(new Date('2026-11-24T10:00:03Z'));
    expect((await enterWithPassword(email, PASSWORD, from('192.0.2.1'))).outcome).toBe('in');
    expect((await enterWithPassword(email, 'pas le bon mot', from('192.0.2.1'))).outcome).toBe('wrong');
  });

  it('are all counted when a dozen come at once', async () => {
    const { email } = await addUser('reader');
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () => enterWithPassword(email, 'pas le bon mot', from('192.0.2.9'))),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'wrong').length).toBe(5);
  });

  it('are answered alike for an address without account, at the same cost, and name nobody in the counts', async () => {
    const { email } = await addUser('reader');
    const known: number[] = [];
    const unknown: number[] = [];
    for (let time = 0; time < 5; time += 1) {
      known.push(await cost(email, '192.0.2.20'));
      unknown.push(await cost('personne@ailleurs.example', '192.0.2.21'));
    }
    expect(medianOfFive(unknown) / medianOfFive(known)).toBeGreaterThan(0.3);
    expect(medianOfFive(unknown) / medianOfFive(known)).toBeLessThan(3);
    expect(JSON.stringify(await getDb().signInFailure.findMany())).not.toContain('@');
  });
});
