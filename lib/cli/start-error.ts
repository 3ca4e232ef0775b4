/** The message is a French sentence for the operator. */
export class StartError extends Error {
  override name = 'StartError';
}
