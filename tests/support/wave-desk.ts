import { getPool } from '@/lib/database/db';
import type { Actor } from '@/lib/permissions/actor';
import * as waves from '@/lib/waves/commands';
import { newWaveForm, type WaveFacts } from '@/lib/waves/schema';

export const TYPED_WAVE = {
  rank: '11',
  label: 'Vague 11 : 2027',
  shortLabel: 'Vague 11',
  announcedOn: '12/2026',
  announcedOnPrecision: 'month',
  announcedCount: '40',
  annualCeilingEuros: '50 000 €',
  durationYears: '3',
  minTotalEuros: '75 000',
  maxTotalEuros: '150 000',
};

export const waveFacts = (change: Record<string, string> = {}): WaveFacts => {
  const { id: _, ...rest } = newWaveForm.parse({ ...TYPED_WAVE, ...change, id: 'unused' });
  return rest;
};

export async function createWave(id: string, change: Record<string, string>, actor: Actor): Promise<string> {
  await waves.createWave({ ...waveFacts(change), id }, actor);
  return id;
}

export const storedWave = async (id: string) =>
  (await getPool().query('SELECT * FROM wave WHERE id = $1', [id])).rows[0];

export const linesOfWave = async (id: string) => {
  const asked = 'SELECT id::text, action, before, after FROM audit_entry WHERE subject_id = $1 ORDER BY id';
  return (await getPool().query(asked, [id])).rows;
};
