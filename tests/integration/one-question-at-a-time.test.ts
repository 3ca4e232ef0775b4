import { afterAll, beforeAll, expect, it } from 'vitest';
import * as awards from '@/lib/awards/commands';
import { getDb } from '@/lib/database/db';
import * as waves from '@/lib/waves/commands';
import { factsOfWave } from '@/lib/waves/state';
import { freshAward, given, seed } from '../support/award-desk';
import { makeActor } from '../support/office-records';
import { createStructure, saveStructure } from '../support/structure-desk';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

// Node tells it once a process: nothing may come before.
const warnings: string[] = [];
const keep = ({ message }: Error) => {
  if (message.includes('client.query()')) warnings.push(message);
};
beforeAll(() => {
  process.on('warning', keep);
});
afterAll(() => {
  process.off('warning', keep);
});

it('a save asks the connection of its transaction one question at a time', async () => {
  const admin = await makeActor('administrator');
  const id = await createStructure({}, admin);
  const key = await freshAward('vague-1');
  await saveStructure(id, 1, { name: 'La Halle' }, admin);
  await awards.saveAward(await given({ label: 'fabrique', instalments: [seed(1, 10_000)] }, key), admin);
  const wave = await getDb().wave.findUniqueOrThrow({ where: { id: 'vague-1' } });
  const facts = { ...factsOfWave(wave), note: 'Une note' };
  await waves.saveWave({ ...facts, waveId: wave.id, version: wave.version }, admin);
  expect(warnings).toEqual([]);
});
