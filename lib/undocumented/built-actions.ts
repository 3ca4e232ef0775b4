import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The file in which the build of Next writes down its server actions. */
const BUILT = path.join('server', 'server-reference-manifest.json');

/** Where an action stands in the sources. */
type BuiltAction = { filename: string; exportedName: string };

/** Every action that can be called, by the name that a form calls it with. */
export type BuiltActions = ReadonlyMap<string, BuiltAction>;

/** The actions of a build below `root`. Throws where there is no whole build. */
export function builtActions(root: string, folder: string): BuiltActions {
  const table = readFileSync(path.join(root, folder, BUILT), 'utf8');
  const { node } = JSON.parse(table) as { node: Record<string, BuiltAction> };
  return new Map(Object.entries(node));
}
