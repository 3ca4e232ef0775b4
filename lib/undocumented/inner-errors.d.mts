export function innerErrors(error: unknown): object[];
