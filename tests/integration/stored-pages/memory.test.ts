import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '@/lib/cli/port';
import { highestMemory } from '../../bench/load/processes';
import { type Launched, launch } from '../../support/launcher';
import { oddAddress } from '../../support/odd-addresses';
import { createTestDatabase } from '../../support/test-database';

const ODD_ADDRESSES = 300;
const AT_ONCE = 8;
const MOST_MEGABYTES = 350;

let site: Launched;
beforeAll(async () => {
  site = launch({ port: await freePort(), settings: { DATABASE_URL: await createTestDatabase() } });
  await site.ready;
}, 400_000);
afterAll(() => site.stop());

it.skipIf(process.platform !== 'linux')(
  'the site stays under 350 MB while a robot asks it for odd addresses',
  async () => {
    const left = fc.sample(oddAddress, { numRuns: ODD_ADDRESSES, seed: 12 }).values();
    const statuses = new Map<number, number>();
    const askEach = async () => {
      for (const address of left) {
        const answer = await fetch(site.url + address, { redirect: 'manual' });
        await answer.arrayBuffer();
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askEach));
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(ODD_ADDRESSES / 3);
    expect(highestMemory(site.pid)).toBeLessThan(MOST_MEGABYTES);
  },
  400_000,
);
