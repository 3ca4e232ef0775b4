export function foreignFolderSentence(error: unknown, root: string): string | null;
