export const ROLES = ['administrator', 'editor', 'reader'] as const;
export type Role = (typeof ROLES)[number];

/** Codes; null is all of France, an empty list nowhere. */
export type RegionScope = readonly string[] | null;

const READER = ['account:own', 'draft:read', 'journal:read'] as const;
const EDITOR = [
  ...READER,
  'structure:edit',
  'structure:publish',
  'structure:archive',
  'award:edit',
  'instalment:edit',
  'import:run',
] as const;
const ADMINISTRATOR = [...EDITOR, 'structure:erase', 'wave:edit', 'user:manage', 'settings:edit'] as const;

export type Permission = (typeof ADMINISTRATOR)[number];

const TABLE: Record<Role, readonly Permission[]> = {
  administrator: ADMINISTRATOR,
  editor: EDITOR,
  reader: READER,
};

/** `isSecondFactorMissing`: the operator requires one, and it is not set up. */
export type Holder = { role: Role; regionScope: RegionScope; isSecondFactorMissing?: boolean };

/** Without a required second factor, only one's own account is left. */
export const holds = ({ role, isSecondFactorMissing = false }: Holder, permission: Permission): boolean =>
  TABLE[role].includes(permission) && (!isSecondFactorMissing || permission === 'account:own');

export const covers = ({ regionScope }: Pick<Holder, 'regionScope'>, regionCodes: readonly string[]): boolean =>
  regionScope === null || regionCodes.every((code) => regionScope.includes(code));

export const may = (holder: Holder, permission: Permission, regionCodes: readonly string[]): boolean =>
  holds(holder, permission) && covers(holder, regionCodes);
