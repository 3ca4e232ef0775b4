import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { BackupError } from '@/lib/backup/backup-error';
import { backupFile } from '@/lib/backup/file-name';
import { secretMark } from '@/lib/backup/format';
import { openRestorable, type Restorable, restoreDump } from '@/lib/backup/restore';
import { formatInstant } from '@/lib/french/instants';
import { runOnDatabase } from './beside-site';
import { contentsWords } from './db-dump';
import type { ReachedDatabase } from './reach-database';
import { StartError } from './start-error';
import { say, step } from './step.mjs';
import { typedPath, typedWords } from './typed-words';

const REPLACE = '--replace';

async function readWords(): Promise<{ backup: Restorable; isReplacing: boolean }> {
  const words = typedWords();
  const files = words.filter((word) => word !== REPLACE);
  const file = files[0];
  if (file === undefined || files.length > 1 || file.startsWith('--'))
    throw new StartError('Indiquez une sauvegarde, par exemple : npm run db:restore -- sauvegarde.dump');
  const migrations = path.join(process.cwd(), 'prisma', 'migrations');
  const backup = await step('Vérification de la sauvegarde', () => openRestorable(typedPath(file), migrations));
  return { backup, isReplacing: words.includes(REPLACE) };
}

function secretWords({ header, footer }: Restorable, { secret, secretFile }: ReachedDatabase): string {
  if (header.secret === secretMark(secret))
    return 'AUTH_SECRET est celui de la sauvegarde : les doubles authentifications ouvrent comme avant.';
  if (footer.tables.two_factor?.rows === 0)
    return 'AUTH_SECRET n’est pas celui de la sauvegarde, qui ne contient aucune double authentification.';
  const where = secretFile === null ? 'avec AUTH_SECRET' : `avec AUTH_SECRET, ou dans le fichier ${secretFile}`;
  return `AUTH_SECRET n’est pas celui de la sauvegarde : avant de démarrer, rendez au site celui d’origine, ${where}, sinon les doubles authentifications seront à refaire.`;
}

export const run = (): Promise<void> =>
  runOnDatabase(readWords, async ({ backup, isReplacing }, database, client) => {
    const { backups, secret, servedAt } = database;
    if (servedAt !== null) {
      throw new BackupError(
        `Le site tourne sur cette base (${servedAt}) : rien n’a été écrit. Arrêtez-le, recommencez, puis démarrez-le : ce qui s’y écrirait entre-temps serait perdu.`,
      );
    }
    if (isReplacing) mkdirSync(backups, { recursive: true, mode: 0o700 });
    const formerFile = isReplacing ? backupFile(backups, 'before-restore', new Date()) : null;
    const kept = await step('Restauration de la base', () => restoreDump(client, backup, { formerFile, secret }));
    say(
      `Base restaurée comme elle était le ${formatInstant(new Date(backup.header.writtenAt))} : ${contentsWords(backup.footer)}, relues et comparées à la sauvegarde.`,
    );
    if (kept) say(`Ce qu’elle contenait est gardé dans ${kept}.`);
    say(
      'Les sessions et les liens d’accès ne sont pas rétablis : chacun se connecte de nouveau, et ce qui attendait une réponse (invitation, mot de passe à choisir) est à refaire.',
    );
    say(secretWords(backup, database));
  });
