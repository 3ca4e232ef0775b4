import type { FormMark } from '@/lib/form-key';
import { type Holder, may, type Permission } from './policy';

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
