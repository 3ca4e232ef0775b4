export const ROLES = ['administrator', 'editor', 'reader'] as const;
export type Role = (typeof ROLES)[number];

/** Codes of the régions someone may touch; null is all of France. An empty list is nowhere. */
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

/** Who may do what: every page and every action asks this table, and nothing else. */
const TABLE: Record<Role, readonly Permission[]> = {
  administrator: ADMINISTRATOR,
  editor: EDITOR,
  reader: READER,
};

/** What is true of one who asks; `isSecondFactorMissing` when the operator requires one that is not set up. */
export type Holder = { role: Role; regionScope: RegionScope; isSecondFactorMissing?: boolean };

/** Whether the role holds the permission somewhere. Without a required second factor, only one's own account is left. */
export const holds = ({ role, isSecondFactorMissing = false }: Holder, permission: Permission): boolean =>
  TABLE[role].includes(permission) && (!isSecondFactorMissing || permission === 'account:own');

/** Whether each of these régions may be touched; one outside refuses all. */
export const covers = ({ regionScope }: Pick<Holder, 'regionScope'>, regionCodes: readonly string[]): boolean =>
  regionScope === null || regionCodes.every((code) => regionScope.includes(code));

/** The permission on a record, given every région it stands in before and after the change. */
export const may = (holder: Holder, permission: Permission, regionCodes: readonly string[]): boolean =>
  holds(holder, permission) && covers(holder, regionCodes);
