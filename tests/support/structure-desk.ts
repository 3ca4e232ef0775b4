import type { Actor } from '@/lib/permissions/actor';
import * as structures from '@/lib/structures/commands';
import { getEditedStructure } from '@/lib/structures/history';
import type { Typed } from '@/lib/structures/resolve';
import { anyStructure } from './office-records';

export const createStructure = (change: Partial<Typed>, actor: Actor) =>
  structures.createStructure(anyStructure(change), true, actor);

export const saveStructure = (id: string, version: number, change: Partial<Typed>, actor: Actor) =>
  structures.saveStructure(
    { id, version, typed: anyStructure(change), keepSaved: [], isDuplicateAccepted: true },
    actor,
  );

export async function readStructure(id: string) {
  const structure = await getEditedStructure(id);
  if (!structure) throw new Error(`${id} is gone`);
  return structure;
}
