import { type Among, DetailedError } from '@/lib/errors';
import { type Actor, mayAct } from '@/lib/permissions/actor';
import type { Permission } from '@/lib/permissions/policy';

export type ScopedStructure = { id: string; name: string; slug: string; regionCode: string; isPublic: boolean };

export function refuseGone(gone: number, left: Readonly<Record<string, string[]>>): void {
  if (gone > 0) throw new DetailedError('structure-unknown', { gone, left });
}

export function refuseOutside(
  actor: Actor,
  permissions: readonly Permission[],
  structures: readonly ScopedStructure[],
  among: Among,
): void {
  const outside = structures.filter(({ regionCode }) => !permissions.every((one) => mayAct(actor, one, [regionCode])));
  if (outside.length > 0) throw new DetailedError('out-of-scope', { among, structures: outside });
}
