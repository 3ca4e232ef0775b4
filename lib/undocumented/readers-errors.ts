/** What Node says of a request whose sender hung up; its code is that of any lost connection. */
export const HUNG_UP = 'aborted';

const UNHEARD = 'ResponseAborted';

const STRANGE_ACTION =
  /^(Failed to find Server Action|The Server Reference ID did not match|Invalid Server Actions request)/;

type Said = { name: string; code?: string | undefined; message?: string | undefined };

export const isReadersDoing = ({ name, code, message = '' }: Said): boolean =>
  (code === 'ECONNRESET' && message === HUNG_UP) || name === UNHEARD || STRANGE_ACTION.test(message);
