import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildFolder } from '@/lib/cli/build-sources.mjs';
import { ROOT } from './templates';

type Manifest = { node: Record<string, { filename: string; exportedName: string }> };

/** Every action of the build that is served, by its file and its name: what can be called from outside, nothing else. */
export async function listBuiltActions(): Promise<ReadonlyMap<string, string>> {
  const file = path.join(ROOT, await buildFolder(ROOT), 'server', 'server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return new Map(Object.entries(node).map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]));
}
