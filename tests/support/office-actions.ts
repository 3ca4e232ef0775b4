import { buildFolder } from '@/lib/cli/build-sources.mjs';
import { builtActions } from '@/lib/undocumented/built-actions';
import { ROOT } from './templates';

/** Every action of the build that is served, by its file and its name: what can be called from outside, nothing else. */
export async function listBuiltActions(): Promise<ReadonlyMap<string, string>> {
  const actions = builtActions(ROOT, await buildFolder(ROOT));
  return new Map([...actions].map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]));
}
