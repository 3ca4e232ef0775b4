export function lockFile(file: string, onWait?: () => void, signal?: AbortSignal): Promise<() => void>;
