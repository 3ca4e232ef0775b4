import { recordAudit } from '@/lib/audit/record';
import { readAward } from '@/lib/awards/find-for-edit';
import type { AwardState } from '@/lib/awards/state';
import { putIn, takeOut, writeStates } from '@/lib/awards/write';
import { takeBatchBack } from '@/lib/batches/take-back';
import { getDb, getPool } from '@/lib/database/db';
import { type AwardKey, awardKey } from '@/lib/domain/award-key';
import type { Actor } from '@/lib/permissions/actor';
import type { Patch } from '@/lib/structures/facts';
import { applyChange, findForEdit, type Tx } from '@/lib/structures/write';
import type { WaveFacts } from '@/lib/waves/schema';
import { factsOfWave, waveColumns } from '@/lib/waves/state';
import { change } from '@/lib/waves/write';

export type Act =
  | { kind: 'structure'; id: string; patch: Patch }
  | { kind: 'birth'; id: string; name: string }
  | { kind: 'entry' | 'exit'; key: AwardKey }
  | { kind: 'award'; key: AwardKey; change: Partial<AwardState> }
  | { kind: 'wave'; id: string; change: Partial<WaveFacts> }
  | { kind: 'opening'; id: string; rank: number };

async function bear(tx: Tx, actor: Actor, { id, name }: { id: string; name: string }, batchId: string) {
  const facts = { id, name, slug: id, communeCode: '59512' };
  await tx.structure.create({ data: { ...facts, departmentCode: '', regionCode: '' } });
  await recordAudit(tx, actor, {
    action: 'structure.created',
    subjectKind: 'structure',
    subjectId: id,
    after: { name, version: 1 },
    batchId,
  });
}

async function open(tx: Tx, actor: Actor, { id, rank }: { id: string; rank: number }, batchId: string) {
  const like = factsOfWave(await tx.wave.findUniqueOrThrow({ where: { id: 'vague-1' } }));
  const facts = { ...like, rank, label: id, shortLabel: id };
  const { id: callId } = await tx.call.findFirstOrThrow();
  await tx.wave.create({ data: { id, callId, ...waveColumns(facts), version: 1 } });
  const after = { ...facts, version: 1 };
  await recordAudit(tx, actor, { action: 'wave.created', subjectKind: 'wave', subjectId: id, after, batchId });
}

async function perform(tx: Tx, actor: Actor, act: Act, batchId: string): Promise<unknown> {
  if (act.kind === 'birth') return bear(tx, actor, act, batchId);
  if (act.kind === 'opening') return open(tx, actor, act, batchId);
  if (act.kind === 'structure') {
    const plan = { structure: await findForEdit(tx, act.id), patch: act.patch, permission: 'structure:edit' } as const;
    return applyChange(tx, actor, plan, { action: 'structure.saved', batchId });
  }
  if (act.kind === 'wave') {
    const wave = await tx.wave.findUniqueOrThrow({ where: { id: act.id } });
    return change(tx, actor, wave, { ...factsOfWave(wave), ...act.change }, 'wave.changed', { batchId });
  }
  const { key } = act;
  const award = await readAward(tx, key);
  if (act.kind === 'entry' && !award) {
    const entering = { waveId: key.waveId, structureIds: [key.structureId] };
    return putIn(tx, actor, { ...entering, label: 'fabrique', sourceUrl: null }, { batchId });
  }
  if (act.kind === 'exit' && award) return takeOut(tx, actor, [{ key, award }], { batchId });
  if (act.kind !== 'award' || !award) return;
  const after = { ...award.state, ...act.change };
  return writeStates(tx, actor, [{ key, award, after }], 'changed', { batchId });
}

export async function performBatch(actor: Actor, acts: readonly Act[]): Promise<string> {
  const batchId = crypto.randomUUID();
  await getDb().$transaction(async (tx) => {
    for (const act of acts) await perform(tx, actor, act, batchId);
  });
  return batchId;
}

export async function takeBack(actor: Actor, batch: string) {
  const batchId = crypto.randomUUID();
  const { waves, structures, awards } = await getDb().$transaction((tx) => takeBatchBack(tx, actor, batch, batchId));
  const all = [waves, structures, awards];
  return {
    batchId,
    back: all.flatMap(({ back }) => back.map(({ id }) => id)),
    kept: all.flatMap(({ kept }) => kept.map(({ id }) => id)),
    refused: Object.fromEntries(
      all.flatMap(({ refused }) => refused.map(({ id, obstacle }): [string, string] => [id, obstacle.why])),
    ),
  };
}

export async function sayAll(structureIds: readonly string[], waveIds: readonly string[]) {
  const { rows } = await getPool().query<{ kind: string; key: string; said: Record<string, unknown> }>(
    `SELECT 'structure' AS kind, id AS key, to_jsonb(s) - ARRAY['version', 'updated_at', 'first_published_at'] AS said
       FROM structure s WHERE id = ANY ($1)
     UNION ALL SELECT 'sources', structure_id, jsonb_agg(to_jsonb(x) - 'id' ORDER BY url)
       FROM structure_source x WHERE structure_id = ANY ($1) GROUP BY 2
     UNION ALL SELECT 'wave', id, to_jsonb(w) - ARRAY['version', 'updated_at', 'created_at'] FROM wave w WHERE id = ANY ($2)
     UNION ALL SELECT 'award', structure_id || '/' || wave_id,
         to_jsonb(a) - ARRAY['id', 'version', 'updated_at', 'created_at'] || jsonb_build_object('money', (
           SELECT jsonb_agg(to_jsonb(i) - ARRAY['award_id', 'version', 'updated_at', 'created_at'] ORDER BY i.id)
           FROM instalment i WHERE i.award_id = a.id))
       FROM award a WHERE structure_id = ANY ($1) OR wave_id = ANY ($2)
     ORDER BY kind, key`,
    [structureIds, waveIds],
  );
  return rows;
}

export const keyOf = (structureId: string, waveId: string) => awardKey({ structureId, waveId });
