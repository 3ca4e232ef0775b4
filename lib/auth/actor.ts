import { covers, holds, type Permission, type RegionScope, type Role } from './policy';

/** Who makes a change: a signed-in person, a command in a terminal, or the program itself. */
export type Actor =
  | { origin: 'interface'; id: string; role: Role; regionScope: RegionScope }
  | { origin: 'terminal' | 'program'; id: null };

export const TERMINAL: Actor = { origin: 'terminal', id: null };
export const PROGRAM: Actor = { origin: 'program', id: null };

/** Whether the actor may do this to records standing in these régions; whoever holds the terminal holds the site. */
export const actorMay = (actor: Actor, permission: Permission, regionCodes: readonly string[]): boolean =>
  actor.origin !== 'interface' || (holds(actor, permission) && covers(actor, regionCodes));
