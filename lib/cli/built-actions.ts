import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The table of server actions that the build wrote down; Next's own name for the file. */
const BUILT = path.join('server', 'server-reference-manifest.json');

/** Place and name in the sources of each action, by the name that a form calls it with. */
export type BuiltActions = ReadonlyMap<string, { filename: string; exportedName: string }>;

export function builtActions(root: string, folder: string): BuiltActions {
  const { node } = JSON.parse(readFileSync(path.join(root, folder, BUILT), 'utf8')) as {
    node: Record<string, { filename: string; exportedName: string }>;
  };
  return new Map(Object.entries(node));
}
