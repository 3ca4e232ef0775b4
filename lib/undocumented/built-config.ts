import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The file in which the build of Next writes down its settings, as it resolved them. */
const BUILT = 'required-server-files.json';

/**
 * The variable that gives Next the configuration of a build, as its standalone server does. Otherwise it reads
 * next.config.ts at each start, with a compiler that then stays in memory: 40 MB that serve no page.
 */
export function builtConfig(root: string, folder: string) {
  const { config } = JSON.parse(readFileSync(path.join(root, folder, BUILT), 'utf8')) as { config: unknown };
  return { __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(config) };
}
