/** What Node says of a request whose sender hung up, with the code of any lost connection. */
export const HUNG_UP = 'aborted';

/** What Next calls an answer that nobody waits for any more. */
const UNHEARD = 'ResponseAborted';

/** Next's words for a form or a request made by another version of the site, or by no version at all. */
const STRANGE_ACTION =
  /^(Failed to find Server Action|The Server Reference ID did not match|Invalid Server Actions request)/;

type Said = { name: string; code?: string | undefined; message?: string | undefined };

/** A reader who hangs up before the end, or asks for an action that is not there: nothing failed here. */
export const isReadersDoing = ({ name, code, message = '' }: Said): boolean =>
  (code === 'ECONNRESET' && message === HUNG_UP) || name === UNHEARD || STRANGE_ACTION.test(message);
