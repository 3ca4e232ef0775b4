import type { RecordedChange } from '@/lib/audit/changes';
import { savedBy } from '@/lib/edit-conflict';
import { EditedMeanwhile } from '@/lib/errors';
import { ROLE_LABELS, scopeWords } from './labels';
import type { RoleAndScope } from './schema';

type Row = { role: RoleAndScope['role']; coversFrance: boolean; regionScope: string[] };

/** What an administrator says of an account: a role and how far it reaches, which stand or fall together. */
export const factsOf = ({ role, coversFrance, regionScope }: Row): RoleAndScope => ({
  role,
  regionScope: coversFrance ? null : regionScope,
});

const keyOf = ({ role, regionScope }: RoleAndScope) => [role, ...(regionScope?.toSorted() ?? ['*'])].join(' ');

export const isSameRole = (one: RoleAndScope, other: RoleAndScope): boolean => keyOf(one) === keyOf(other);

type Meeting = {
  saved: { version: number; facts: RoleAndScope };
  typed: RoleAndScope;
  /** Version that the form was opened on. */
  version: number;
  /** What the journal tells of the account, newest first. */
  changes: readonly RecordedChange[];
  regionNames: ReadonlyMap<string, string>;
};

const versionAfter = ({ after }: RecordedChange) => Number(after?.version ?? 0);

/** Refuses to write over someone else's version, with both roles to choose from; nothing to refuse where they agree. */
export function refuseOtherVersion({ saved, typed, version, changes, regionNames }: Meeting): void {
  if (isSameRole(saved.facts, typed)) return;
  const words = ({ role, regionScope }: RoleAndScope) =>
    `${ROLE_LABELS[role]}, ${scopeWords(regionScope, regionNames)}`;
  const isRoleTheirs = changes.some(
    (change) => versionAfter(change) > version && change.after && 'role' in change.after,
  );
  const last = changes.find((change) => versionAfter(change) === saved.version);
  throw new EditedMeanwhile({
    version: saved.version,
    sentence: savedBy(last?.actorName ?? 'Une autre personne', saved.version, last?.at),
    fields: [
      {
        name: 'role',
        label: 'Rôle et portée',
        saved: words(saved.facts),
        typed: words(typed),
        suggested: isRoleTheirs ? 'saved' : 'typed',
      },
    ],
  });
}
