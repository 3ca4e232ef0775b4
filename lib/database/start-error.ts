/** The message is French and says what to do. */
export class DatabaseStartError extends Error {
  override name = 'DatabaseStartError';
}
