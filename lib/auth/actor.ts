import type { Role } from './policy';

/** Who makes a change: a signed-in person, a command in a terminal, or the program itself. */
export type Actor = { origin: 'interface'; id: string; role: Role } | { origin: 'terminal' | 'program'; id: null };

export const TERMINAL: Actor = { origin: 'terminal', id: null };
export const PROGRAM: Actor = { origin: 'program', id: null };
