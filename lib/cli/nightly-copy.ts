import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { keepNightlyCopies } from '@/lib/backup/nightly';

/** Out of the folder that is lost with the data. */
export const backupFolder = (home: string): string => path.join(path.dirname(home), 'backups');

/** Its own program: no reader waits for it. Returns the way to stop. */
export function copyNightly(root: string, home: string): () => Promise<void> {
  const program = path.join(root, 'lib', 'cli', 'main.mjs');
  return keepNightlyCopies({
    folder: backupFolder(home),
    name: path.basename(home),
    copy: async (file, signal) => {
      try {
        await promisify(execFile)(process.execPath, [program, 'db:dump', file], {
          cwd: root,
          env: process.env,
          signal,
        });
      } catch (error) {
        throw error instanceof Error && 'stderr' in error ? new Error(String(error.stderr)) : error;
      }
    },
    warn: (sentence) => console.warn(sentence),
  });
}
