import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The settings of Next as the build resolved them; Next's own name for the file. */
const BUILT = 'required-server-files.json';

/**
 * Gives Next the configuration that the build wrote down, the way its standalone server does. Otherwise it reads
 * next.config.ts at each start, with a compiler that then stays in memory: 40 MB that serve no page.
 */
export function useBuiltConfig(root: string, folder: string): void {
  const { config } = JSON.parse(readFileSync(path.join(root, folder, BUILT), 'utf8')) as { config: unknown };
  Object.assign(process.env, { __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(config) });
}
