import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What `npm start` gives to the system's memory and to the Node that serves. */
export type StartCommand = { env: Record<string, string>; args: string[] };

/**
 * The command that `npm start` keeps open, its memory limits included: tests and measures serve the site as operators do,
 * and see it die when it does.
 */
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
