export function lockFile(file: string, onWait?: () => void): Promise<() => void>;
