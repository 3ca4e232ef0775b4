import { getPool } from '@/lib/database/db';
import type { Actor } from '@/lib/permissions/actor';
import * as waves from '@/lib/waves/commands';
import { waveFacts } from './typed-wave';

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
