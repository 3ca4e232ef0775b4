import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { readFrancePlan, readTerritoryPlan } from '@/app/(public)/map-plans';
import { databaseUrl } from '@/lib/database/db';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

const NORTH = updateFilter(EMPTY_FILTER, { region: ['hauts-de-france'] });
const PLANS = {
  'of France': () => readFrancePlan(EMPTY_FILTER),
  'of a wave': () => readFrancePlan(updateFilter(EMPTY_FILTER, { vague: ['vague-1'] })),
  'of a région': () => readTerritoryPlan({ level: 'region', code: '32' }, NORTH, 'beside'),
  'of an announcement': () => readTerritoryPlan({ level: 'region', code: '32' }, NORTH, 'inside'),
};

async function moveOne() {
  const client = new pg.Client(databaseUrl());
  await client.connect();
  await client.query(`UPDATE structure SET longitude = longitude + 0.5
    WHERE id = (SELECT s.id FROM structure s JOIN award a ON a.structure_id = s.id
      WHERE s.region_code = '32' AND a.wave_id = 'vague-1' AND s.longitude IS NOT NULL ORDER BY s.id LIMIT 1)`);
  await client.end();
}

describe('the plan of a map', () => {
  it.each(Object.entries(PLANS))('%s is worked out once, and anew after a change', async (_, read) => {
    // Before the listening connection is there, nothing may be kept.
    await vi.waitFor(async () => expect(await read()).toBe(await read()), { timeout: 20_000 });
    const before = await read();
    await moveOne();
    await vi.waitFor(async () => expect(await read()).not.toEqual(before), { timeout: 20_000 });
  });

  it('is data, which a memory can hold as text', async () => {
    for (const read of Object.values(PLANS)) {
      const plan = await read();
      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    }
  });
});
