import path from 'node:path';

const INSTANT = /-(\d{4}-\d{2}-\d{2}T\d{2})(\d{2})(\d{2}Z)\.dump/;

export const backupFile = (folder: string, purpose: string, instant: Date): string =>
  path.join(folder, `${purpose}-${instant.toISOString().slice(0, 19).replaceAll(':', '')}Z.dump`);

export function instantOf(file: string): Date | null {
  const [, hour, minute, second] = INSTANT.exec(file) ?? [];
  return hour ? new Date(`${hour}:${minute}:${second}`) : null;
}
