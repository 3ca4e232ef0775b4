import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './templates';

const DATA = path.join(ROOT, '.data');
const BACKUPS = path.join(DATA, 'backups');

export function removeDataFolder(name: string): void {
  rmSync(path.join(DATA, name), { recursive: true, force: true });
  if (!existsSync(BACKUPS)) return;
  for (const file of readdirSync(BACKUPS)) {
    if (file.startsWith(`nightly-${name}-`)) rmSync(path.join(BACKUPS, file), { force: true });
  }
}
