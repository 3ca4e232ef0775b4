import { readFileSync } from 'node:fs';
import path from 'node:path';

const BUILT = path.join('server', 'server-reference-manifest.json');

type BuiltAction = { filename: string; exportedName: string };

/** By the name that a form calls it with. */
export type BuiltActions = ReadonlyMap<string, BuiltAction>;

/** Throws where there is no whole build. */
export function builtActions(root: string, folder: string): BuiltActions {
  const table = readFileSync(path.join(root, folder, BUILT), 'utf8');
  const { node } = JSON.parse(table) as { node: Record<string, BuiltAction> };
  return new Map(Object.entries(node));
}
