import { createHash, createHmac } from 'node:crypto';

/** One variable of Next with two uses: the build names the server actions after it, the server hides values with it. */
const KEY = 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY';

/**
 * Always the same names, whoever builds and where: a page that is open while the site is upgraded, or that another
 * instance wrote, still sends its form to the same action. They are no secret, they stand in the pages.
 */
export const namesOfActions = { [KEY]: createHash('sha256').update('fabriques-de-territoire').digest('base64') };

/** The key under which Next hides the values that an action takes along in a page: the site's own, whoever built it. */
export const secretOfActions = (secret: string) => ({
  [KEY]: createHmac('sha256', secret).update('server actions').digest('base64'),
});
