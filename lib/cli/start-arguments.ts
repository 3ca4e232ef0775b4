import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What `npm start` gives to Node, its memory limits included: tests and measures serve the site as operators do. */
export function startArguments(root: string): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.replace(/^exec node /, '').split(' ');
}
