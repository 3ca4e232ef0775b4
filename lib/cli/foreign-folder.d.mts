export function foreignFolderSentence(error: unknown, root: string): string | null;
export function tryFolder(folder: string): void;
