import { type Holder, may, type Permission } from './policy';

/** One sending of a form, as its command marks it in the transaction that writes. */
export type FormMark = {
  key: string;
  /** Distinguishes this sending from one that takes the key over. */
  holder: string;
  /** From here on the transaction may commit, and only the database can tell whether it did. */
  isMarked: boolean;
};

/** Who makes a change: a signed-in person, a command in a terminal, or the program itself. */
export type Actor = ((Holder & { origin: 'interface'; id: string }) | { origin: 'terminal' | 'program'; id: null }) & {
  /** The form by which they ask for it, marked as written with the change. */
  form?: FormMark;
};

export const TERMINAL: Actor = { origin: 'terminal', id: null };
export const PROGRAM: Actor = { origin: 'program', id: null };

/** Whether the change may be made, given every région its record stands in before and after. Whoever holds the terminal may. */
export const mayAct = (actor: Actor, permission: Permission, regionCodes: readonly string[]): boolean =>
  actor.origin !== 'interface' || may(actor, permission, regionCodes);
