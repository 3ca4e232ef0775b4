import type { Parts } from '@/lib/versions/conflict';
import { ROLE_LABELS, scopeWords } from './labels';
import type { RoleAndScope } from './schema';

type Row = { role: RoleAndScope['role']; coversFrance: boolean; regionScope: string[] };

/** They stand or fall together. */
export const factsOf = ({ role, coversFrance, regionScope }: Row): RoleAndScope => ({
  role,
  regionScope: coversFrance ? null : regionScope,
});

const keyOf = ({ role, regionScope }: RoleAndScope) => [role, ...(regionScope?.toSorted() ?? ['*'])].join(' ');

export const isSameRole = (one: RoleAndScope, other: RoleAndScope): boolean => keyOf(one) === keyOf(other);

export const roleChoices = (regionNames: ReadonlyMap<string, string>): Parts<RoleAndScope, 'role'> => ({
  parts: ['role'],
  label: () => 'Rôle et portée',
  say: (_, { role, regionScope }) => `${ROLE_LABELS[role]}, ${scopeWords(regionScope, regionNames)}`,
  isSame: (_, one, other) => isSameRole(one, other),
  namesOf: () => ['role'],
});
