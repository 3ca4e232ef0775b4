import { setTimeout as sleep } from 'node:timers/promises';
import inject from 'light-my-request';
import { beforeAll, expect, it } from 'vitest';
import { storeBefore, untilPagesAreKept, writePage } from '../../support/stored-pages';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();
beforeAll(untilPagesAreKept);

const AT_ONCE = 4;
const PAGES = 40;
const RENDER_MS = 10;

it('makes a few pages at a time and gives the place of one that failed to the next', async () => {
  let inside = 0;
  let most = 0;
  const { answer, made } = storeBefore(async (request, response) => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(RENDER_MS);
    inside -= 1;
    if (request.url?.endsWith('3')) throw new Error('of the renderer');
    writePage(response, request.url ?? '');
  });
  const targets = Array.from({ length: PAGES }, (_, index) => `/fabriques?q=lieu${index}`);
  const statuses = await Promise.all(
    targets.map(async (url) => {
      const { statusCode } = await inject((request, response) => void answer(request, response), { url });
      return statusCode;
    }),
  );

  expect(most).toBe(AT_ONCE);
  expect(new Set(made)).toEqual(new Set(targets));
  expect(new Set(statuses)).toEqual(new Set([200, 500]));
});
