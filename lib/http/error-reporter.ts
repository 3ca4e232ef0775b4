/** Where an unexpected error happened: the pattern of the route, never the address that was asked. */
export type ErrorContext = { route: string; method: string };

/** What the launcher leaves on `globalThis.fabriquesErrorReporter` for Next, which shares its process and no module. */
export type ErrorReporter = (error: unknown, context: ErrorContext) => void;
