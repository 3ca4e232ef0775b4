import { createHash, createHmac } from 'node:crypto';

/** One variable of Next with two uses: the build names the server actions after it, the server hides values with it. */
const KEY = 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY';

/** Whoever builds, and where: a page left open during an upgrade still calls the same action. They are no secret. */
export const namesOfActions = { [KEY]: createHash('sha256').update('fabriques-de-territoire').digest('base64') };

export const secretOfActions = (secret: string) => ({
  [KEY]: createHmac('sha256', secret).update('server actions').digest('base64'),
});
