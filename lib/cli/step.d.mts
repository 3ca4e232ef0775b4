export function say(sentence: string): void;
export function step<Result>(label: string, run: () => Promise<Result>): Promise<Result>;
