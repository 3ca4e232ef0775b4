import { buildFolder } from '@/lib/cli/build-sources.mjs';
import { builtActions } from '@/lib/undocumented/built-actions';
import { ROOT } from './templates';

export async function listBuiltActions(): Promise<ReadonlyMap<string, string>> {
  const actions = builtActions(ROOT, await buildFolder(ROOT));
  return new Map([...actions].map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]));
}
