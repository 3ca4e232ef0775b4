import { readFileSync } from 'node:fs';
import path from 'node:path';

const BUILT = 'required-server-files.json';

/** As the standalone server does: next.config.ts, read at each start, leaves a compiler of 40 MB in memory. */
export function builtConfig(root: string, folder: string) {
  const { config } = JSON.parse(readFileSync(path.join(root, folder, BUILT), 'utf8')) as { config: unknown };
  return { __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(config) };
}
