import { describe, expect, it } from 'vitest';
import { getPool } from '@/lib/database/db';
import { getUpkeep, listShortWaves } from '@/lib/upkeep/queries';
import { isWithin, type PlainStructure, stateOf, useStirredOffice } from '../../support/naive-office';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();

const office = useStirredOffice();

const GAPS: Record<string, (one: PlainStructure) => boolean> = {
  territory: ({ territory }) => territory === 'unknown',
  label: ({ awards }) => awards.some(({ label }) => label === 'unknown'),
  website: ({ website }) => website === null,
  description: ({ description }) => description === null,
};

describe('the dashboard', () => {
  for (const scope of [null, ['32', '84'], ['94'], []]) {
    it(`counts what needs care as a naive count does, for ${scope === null ? 'all of France' : `régions ${scope.join(', ') || '(none)'}`}`, async () => {
      const upkeep = await getUpkeep(scope);
      const reached = office.structures.filter((one) => isWithin(one, scope));
      const published = reached.filter((one) => stateOf(one) === 'published');
      const without = published.filter(({ longitude }) => longitude === null);
      const drafts = reached.filter((one) => stateOf(one) === 'draft');
      expect(upkeep.published).toBe(published.length);
      expect(upkeep.drafts.count).toBe(drafts.length);
      expect(upkeep.withoutPosition.count).toBe(without.length);
      expect(upkeep.incomplete).toBe(published.filter((one) => Object.values(GAPS).some((lacks) => lacks(one))).length);
      expect(upkeep.gaps).toEqual(
        Object.fromEntries(Object.entries(GAPS).map(([gap, lacks]) => [gap, published.filter(lacks).length])),
      );
      // The examples are of the set, the last touched first.
      const shown = upkeep.drafts.examples.map(({ id }) => drafts.find((one) => one.id === id));
      expect(shown).toHaveLength(Math.min(4, drafts.length));
      const latest = drafts.map(({ updated_at }) => updated_at.getTime()).toSorted((one, other) => other - one);
      expect(shown.map((one) => one?.updated_at.getTime())).toEqual(latest.slice(0, shown.length));
    });
  }

  it('names the waves that list fewer than they announced, and those alone', async () => {
    const { rows: waves } = await getPool().query<{ id: string; label: string; announced_count: number | null }>(
      'SELECT id, label, announced_count FROM wave ORDER BY rank',
    );
    const published = office.structures.filter((one) => stateOf(one) === 'published');
    const expected = waves.flatMap(({ id, label, announced_count: announced }) => {
      const listed = published.filter(({ awards }) => awards.some(({ wave_id }) => wave_id === id)).length;
      return announced !== null && listed < announced ? [{ id, label, announced, listed }] : [];
    });
    expect(expected.length).toBeGreaterThan(2);
    expect(await listShortWaves()).toEqual(expected);
    // A wave that lists all that it announced is no longer said to be short.
    const [first] = expected;
    await getPool().query(
      'UPDATE wave SET announced_count = $2, announced_fabrique_count = NULL, announced_fabrique_numerique_count = NULL WHERE id = $1',
      [first?.id, first?.listed],
    );
    expect(await listShortWaves()).toEqual(expected.slice(1));
  });
});
