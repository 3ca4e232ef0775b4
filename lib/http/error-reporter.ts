/** `route` is the pattern, never the address that was asked. */
export type ErrorContext = { route: string; method: string };

/** Left on `globalThis.fabriquesErrorReporter` by the launcher for Next, which shares its process and no module. */
export type ErrorReporter = (error: unknown, context: ErrorContext) => void;
