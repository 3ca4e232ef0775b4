import { readFileSync } from 'node:fs';
import path from 'node:path';

type StartCommand = { env: Record<string, string>; args: string[] };

/** Tests and measures serve the site as operators do, memory limits included, and see it die when it does. */
export function readStartCommand(root: string): StartCommand {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const words = scripts.start.split(' ');
  const exec = words.indexOf('exec');
  const keeper = words.indexOf('lib/cli/keep-open.mjs');
  return {
    env: Object.fromEntries(words.slice(0, exec).map((word) => word.split('='))),
    args: words.slice(keeper + 1),
  };
}
