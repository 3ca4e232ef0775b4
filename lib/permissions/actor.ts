import { type Holder, may, type Permission } from './policy';

export type FormMark = {
  key: string;
  /** Distinguishes this sending from one that takes the key over. */
  holder: string;
  /** From here on the transaction may commit, and only the database can tell whether it did. */
  isMarked: boolean;
};

export type Actor = ((Holder & { origin: 'interface'; id: string }) | { origin: 'terminal' | 'program'; id: null }) & {
  form?: FormMark;
};

export const TERMINAL: Actor = { origin: 'terminal', id: null };
export const PROGRAM: Actor = { origin: 'program', id: null };

/** Given every région its record stands in before and after. Whoever holds the terminal may. */
export const mayAct = (actor: Actor, permission: Permission, regionCodes: readonly string[]): boolean =>
  actor.origin !== 'interface' || may(actor, permission, regionCodes);
