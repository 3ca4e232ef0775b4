import { mkdirSync, statSync } from 'node:fs';
import { dumpDatabase } from '@/lib/backup/dump';
import { backupFile } from '@/lib/backup/file-name';
import type { Footer } from '@/lib/backup/format';
import { formatDecimal, formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { runOnDatabase } from './beside-site';
import { StartError } from './start-error';
import { say, step } from './step.mjs';
import { typedPath, typedWords } from './typed-words';

const MEGABYTE = 1_000_000;

export function contentsWords({ tables }: Footer): string {
  const all = Object.values(tables);
  const rows = formatInteger(all.reduce((sum, table) => sum + table.rows, 0));
  const structures = tables.structure?.rows ?? 0;
  return `${formatInteger(structures)} ${plural(structures, 'structure', 'structures')}, ${rows} lignes de ${all.length} tables`;
}

function readFile(): string | null {
  const words = typedWords();
  if (words.length > 1 || words[0]?.startsWith('--'))
    throw new StartError('Indiquez au plus un fichier à écrire, par exemple : npm run db:dump -- sauvegarde.dump');
  return words[0] === undefined ? null : typedPath(words[0]);
}

export const run = (): Promise<void> =>
  runOnDatabase(readFile, async (given, { backups, secret }, client, signal) => {
    if (given === null) mkdirSync(backups, { recursive: true, mode: 0o700 });
    const file = given ?? backupFile(backups, 'dump', new Date());
    const footer = await step('Sauvegarde de la base', () => dumpDatabase(client, { file, secret, signal }));
    const size = formatDecimal(statSync(file).size / MEGABYTE, 1);
    say(`Sauvegarde écrite dans ${file} : ${contentsWords(footer)}, ${size}\u00A0Mo.`);
    say(
      'Elle contient des mots de passe chiffrés et des coordonnées : gardez-la à l’abri, et AUTH_SECRET ailleurs, sans lequel les doubles authentifications seraient à refaire.',
    );
  });
