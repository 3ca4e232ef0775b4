export function isFullDisk(error: unknown): boolean;
export function fullDiskSentence(error: unknown): string | null;
