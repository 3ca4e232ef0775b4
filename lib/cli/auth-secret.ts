import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from './start-error';

const SHORTEST = 32;

export const secretFile = (home: string): string => path.join(home, 'auth-secret');

/** It encrypts the second factors inside: a copy of the folder takes it along. */
export function keptAuthSecret(home: string): string {
  const file = secretFile(home);
  if (!existsSync(file)) {
    // `wx`: of two starts at once, one writes and both read the same.
    try {
      writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!existsSync(file)) throw error;
    }
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length >= SHORTEST) return secret;
  throw new StartError(
    `Le fichier ${file} est abîmé : rétablissez celui d’une sauvegarde, ou retirez-le, et les doubles authentifications seront à refaire.`,
  );
}
