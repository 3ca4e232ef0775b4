/** What a reader did to a page that its address does not say, kept with this entry of the history: Back finds it again. */
export function noteInHistory(name: string, note: unknown): void {
  try {
    // The rest of the state is the router's own.
    window.history.replaceState({ ...window.history.state, [name]: note }, '');
  } catch {
    // A browser bounds how often: the note is then that of a moment ago.
  }
}

/** The note left under this name when this entry was last seen; whatever stands there, if anything. */
export const historyNote = (name: string): unknown => window.history.state?.[name];
