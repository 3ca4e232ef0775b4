/** What a reader did to a page that its address does not say: Back finds it again. */
export function noteInHistory(name: string, note: unknown): void {
  try {
    // The rest of the state is the router's own.
    window.history.replaceState({ ...window.history.state, [name]: note }, '');
  } catch {
    // A browser bounds how often: the note is then that of a moment ago.
  }
}

export const historyNote = (name: string): unknown => window.history.state?.[name];
