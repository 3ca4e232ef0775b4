import { describe, expect, it } from 'vitest';
import * as awards from '@/lib/awards/commands';
import { getPool } from '@/lib/database/db';
import { bonus, currentAward, freshAward, given, refusal, seed } from '../../support/award-desk';
import { useActor } from '../../support/office-records';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();
const admin = useActor();

const save = async (...about: Parameters<typeof given>) => awards.saveAward(await given(...about), admin);

describe('the rule of the money', () => {
  it('is checked on the whole award, and the refusal names it', async () => {
    const key = await freshAward('vague-1');
    await save({ instalments: [seed(1, 50_000), seed(2, 30_000)] }, key);
    const { instalments } = await given({}, key);
    const refused = await refusal(save({ instalments: [...instalments, seed(2, 30_000, { row: 'v7' })] }, key));
    expect(refused.code).toBe('rule-broken');
    expect(refused.sentence).toBe('La vague 1 plafonne l’aide à 50 000 € par an : la 2e année en compterait 60 000.');
    expect(Object.keys(refused.details.errors ?? {})).toEqual(['v7-amountEuros']);
    expect((await currentAward(key)).state.instalments).toHaveLength(2);
  });

  it('refuses a year too many and a total too great', async () => {
    const key = await freshAward('vague-1');
    const fourth = await refusal(save({ instalments: [seed(4, 10_000)] }, key));
    expect(fourth.sentence).toContain('soutient pendant trois ans : il n’y a pas de 4e année');
    await getPool().query(`UPDATE wave SET max_total_euros = 120000 WHERE id = 'vague-8'`);
    const other = await freshAward('vague-8');
    const total = await refusal(save({ instalments: [1, 2, 3].map((year) => seed(year, 50_000)) }, other));
    expect(total.sentence).toContain('120 000 € en tout : elle en compterait 150 000');
    await getPool().query(`UPDATE wave SET max_total_euros = 150000 WHERE id = 'vague-8'`);
  });

  it('asks for the label before a bonus, and gives it once to a fabrique numérique only', async () => {
    const key = await freshAward('vague-1');
    const unknown = await refusal(save({ instalments: [bonus(100_000)] }, key));
    expect(unknown.details.sentence).toContain('dites d’abord le label');
    expect(Object.keys(unknown.details.errors ?? {})).toEqual(['label']);
    const fabrique = await refusal(save({ label: 'fabrique', instalments: [bonus(100_000)] }, key));
    expect(fabrique.details.sentence).toContain('seules fabriques numériques');
    await save({ label: 'fabrique_numerique', instalments: [bonus(100_000)] }, key);
    const { instalments } = await given({}, key);
    const twice = await refusal(save({ instalments: [...instalments, bonus(1_000)] }, key));
    expect(twice.details.sentence).toContain('n’est versé qu’une fois');
    // A cancelled bonus leaves room for another, in one save.
    const cancelled = instalments.map((one) => ({ ...one, status: 'cancelled' as const }));
    await save({ instalments: [...cancelled, bonus(90_000)] }, key);
  });

  it('refuses a change of label that an instalment would break, and says why', async () => {
    const key = await freshAward('vague-1');
    await save({ label: 'fabrique_numerique', instalments: [bonus(100_000)] }, key);
    const refused = await refusal(save({ label: 'fabrique' }, key));
    expect(refused.code).toBe('rule-broken');
    expect(Object.keys(refused.details.errors ?? {})).toEqual(['label']);
    expect(refused.sentence).toContain('le label serait « Fabrique de territoire »');
    expect((await currentAward(key)).state.label).toBe('fabrique_numerique');
  });

  it('holds when two people add at the same moment, fifty times over', async () => {
    for (let pair = 0; pair < 50; pair += 1) {
      const key = await freshAward('vague-1');
      const [one, two] = await Promise.all([given({}, key), given({}, key)]);
      const results = await Promise.allSettled([
        awards.saveAward({ ...one, instalments: [seed(1, 30_000)] }, admin),
        awards.saveAward({ ...two, instalments: [seed(1, 30_000)] }, admin),
      ]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    }
    const { rows } = await getPool().query(`
      SELECT max(total)::int AS most FROM (SELECT sum(amount_euros) AS total FROM instalment
        WHERE purpose = 'seed' AND status <> 'cancelled' GROUP BY award_id, year_of_aid) t`);
    expect(rows[0].most).toBeLessThanOrEqual(50_000);
  });
});
