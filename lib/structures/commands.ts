import { eraseLinesOfDraft, recordAudit } from '@/lib/audit/record';
import { getDb } from '@/lib/database/db';
import { stateOf } from '@/lib/domain/structure-state';
import { DetailedError, DomainError } from '@/lib/errors';
import type { Actor } from '@/lib/permissions/actor';
import type { Permission } from '@/lib/permissions/policy';
import { refuseOtherVersion, withChoices } from '@/lib/versions/conflict';
import { findLikelyDuplicates } from './duplicates';
import type { EditedStructure } from './edited';
import { fieldsOf, type Patch, type StructureDates, tellChange } from './facts';
import type { FactGroup } from './fields';
import { readEntries } from './history';
import type { Typed } from './resolve';
import { missingToPublish } from './rules';
import { freeSlug } from './slug';
import { factsAt, groupsOfForm } from './versions';
import { applyChange, findCommuneOf, findForEdit, type How, refuseOutOfScope, type Tx, writeSources } from './write';

export type Reference = { id: string; version: number };

async function refuseDuplicate(structure: { id: string | null; name: string; communeCode: string }) {
  const alike = await findLikelyDuplicates(structure);
  if (alike.length === 0) return;
  throw new DetailedError('likely-duplicate', { alike }, 'duplicate');
}

export async function createStructure(typed: Typed, isDuplicateAccepted: boolean, actor: Actor): Promise<string> {
  return getDb().$transaction(async (tx) => {
    const commune = await findCommuneOf(tx, typed.communeCode);
    refuseOutOfScope(actor, 'structure:edit', [commune.regionCode]);
    if (!isDuplicateAccepted) await refuseDuplicate({ id: null, name: typed.name, communeCode: typed.communeCode });
    const { sources, ...columns } = typed;
    const slug = await freeSlug(tx, { id: null, name: typed.name, communeName: commune.name });
    // Département and région are those of the commune: a trigger writes them.
    const { id } = await tx.structure.create({
      data: { ...columns, slug, departmentCode: '', regionCode: '' },
      select: { id: true },
    });
    await writeSources(tx, [{ id, sources }]);
    const told = tellChange({ territory: 'unknown', contactPublished: false, sources: [] }, typed);
    await recordAudit(tx, actor, {
      action: 'structure.created',
      subjectKind: 'structure',
      subjectId: id,
      after: { ...told?.after, version: 1 },
    });
    return id;
  });
}

async function refuseEdited(tx: Tx, saved: EditedStructure, version: number, typed: Patch) {
  const communes = await tx.commune.findMany({
    where: { code: { in: [saved.facts.communeCode, String(typed.communeCode)] } },
    select: { code: true, name: true },
  });
  refuseOtherVersion(groupsOfForm(typed, new Map(communes.map(({ code, name }) => [code, name]))), {
    saved: { version: saved.version, state: { ...saved.facts, ...saved.contact } },
    typed,
    version,
    lines: await readEntries(tx, saved.id),
  });
}

export type Save = Reference & {
  typed: Typed;
  keepSaved: readonly FactGroup[];
  isDuplicateAccepted: boolean;
};

/** Returns the version saved. Over someone else's change, refuses with what differs. */
export async function saveStructure({ id, version, typed, keepSaved, isDuplicateAccepted }: Save, actor: Actor) {
  return getDb().$transaction(async (tx) => {
    const saved = await findForEdit(tx, id);
    refuseOutOfScope(actor, 'structure:edit', [saved.regionCode]);
    if (saved.version !== version) await refuseEdited(tx, saved, version, typed);
    const patch = withChoices(typed, { ...saved.facts, ...saved.contact }, keepSaved, fieldsOf);
    const { name, communeCode } = { ...saved.facts, ...patch };
    const isRenamedOrMoved = name !== saved.facts.name || communeCode !== saved.facts.communeCode;
    // Before anything is said of what stands there.
    if (isRenamedOrMoved)
      refuseOutOfScope(actor, 'structure:edit', [(await findCommuneOf(tx, communeCode)).regionCode]);
    if (isRenamedOrMoved && !isDuplicateAccepted) await refuseDuplicate({ id, name, communeCode });
    const plan = { structure: saved, patch, permission: 'structure:edit' } as const;
    return applyChange(tx, actor, plan, { action: 'structure.saved' });
  });
}

async function changeState(
  { id, version }: Reference,
  actor: Actor,
  { permission, ...how }: How & { permission: Permission },
  dates: Partial<StructureDates>,
) {
  return getDb().$transaction(async (tx) => {
    const structure = await findForEdit(tx, id);
    refuseOutOfScope(actor, permission, [structure.regionCode]);
    if (stateOf({ ...structure.dates, ...dates }) === structure.state) throw new DomainError('already-done');
    if (structure.version !== version) throw new DomainError('edited-meanwhile');
    return applyChange(tx, actor, { structure, patch: dates, permission }, how);
  });
}

const now = () => new Date().toISOString();

export const publishStructure = (reference: Reference, actor: Actor) =>
  changeState(
    reference,
    actor,
    { action: 'structure.published', permission: 'structure:publish' },
    {
      publishedAt: now(),
      archivedAt: null,
    },
  );

export const withdrawStructure = (reference: Reference, actor: Actor) =>
  changeState(
    reference,
    actor,
    { action: 'structure.withdrawn', permission: 'structure:publish' },
    {
      publishedAt: null,
      archivedAt: null,
    },
  );

export const archiveStructure = (reference: Reference, actor: Actor) =>
  changeState(
    reference,
    actor,
    { action: 'structure.archived', permission: 'structure:archive' },
    {
      archivedAt: now(),
    },
  );

export const unarchiveStructure = (reference: Reference, actor: Actor) =>
  changeState(
    reference,
    actor,
    { action: 'structure.unarchived', permission: 'structure:archive' },
    {
      archivedAt: null,
    },
  );

export async function eraseDraft({ id, version }: Reference, actor: Actor): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const structure = await findForEdit(tx, id);
    refuseOutOfScope(actor, 'structure:erase', [structure.regionCode]);
    if (structure.wasPublished) throw new DomainError('erasable-draft-only');
    if (structure.version !== version) throw new DomainError('edited-meanwhile');
    const paid = await tx.instalment.count({ where: { award: { structureId: id }, status: 'paid' } });
    if (paid > 0) throw new DomainError('award-paid');
    await tx.instalment.deleteMany({ where: { award: { structureId: id } } });
    await tx.award.deleteMany({ where: { structureId: id } });
    await tx.structureSource.deleteMany({ where: { structureId: id } });
    await tx.structureSlug.deleteMany({ where: { structureId: id } });
    await tx.structure.delete({ where: { id } });
    await recordAudit(tx, actor, { action: 'structure.erased', subjectKind: 'structure', subjectId: id });
    await eraseLinesOfDraft(tx, id);
  });
}

export async function restoreVersion({ id, version, target }: Reference & { target: number }, actor: Actor) {
  return getDb().$transaction(async (tx) => {
    const structure = await findForEdit(tx, id);
    refuseOutOfScope(actor, 'structure:edit', [structure.regionCode]);
    if (structure.version !== version) throw new DomainError('edited-meanwhile');
    const facts = factsAt(structure.facts, structure.version, await readEntries(tx, id), target);
    if (!facts) throw new DomainError('version-unknown');
    if (structure.state === 'published' && missingToPublish(facts, structure.awardCount).length > 0) {
      throw new DomainError('structure-incomplete');
    }
    const plan = { structure, patch: facts, permission: 'structure:edit' } as const;
    const saved = await applyChange(tx, actor, plan, { action: 'structure.restored' });
    if (saved === structure.version) throw new DomainError('already-done');
    return saved;
  });
}
