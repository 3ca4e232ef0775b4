import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What `npm start` gives to the system's memory and to Node. */
export type StartCommand = { env: Record<string, string>; args: string[] };

/** The command of `npm start`, its memory limits included: tests and measures serve the site as operators do. */
export function readStartCommand(root: string): StartCommand {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const words = scripts.start.split(' ');
  const exec = words.indexOf('exec');
  return { env: Object.fromEntries(words.slice(0, exec).map((word) => word.split('='))), args: words.slice(exec + 2) };
}
