/** The message is French and says what to do. */
export class BackupError extends Error {
  override name = 'BackupError';
}

const REASONS: Record<string, string> = {
  EACCES: 'ce compte n’y a pas accès',
  EEXIST: 'une autre copie y est en cours, ou y a été interrompue : dans ce cas, retirez ce fichier',
  EDQUOT: 'le disque est plein pour ce compte',
  EISDIR: 'c’est un dossier',
  ENAMETOOLONG: 'ce nom est trop long',
  ENOENT: 'ce chemin n’existe pas',
  ENOSPC: 'le disque est plein',
  ENOTDIR: 'ce chemin passe par un fichier',
  EPERM: 'ce compte n’y a pas accès',
  EROFS: 'ce disque ne se laisse pas écrire',
};

export function fileRefusal(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? null;
}
