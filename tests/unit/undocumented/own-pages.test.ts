import { UNDERSCORE_GLOBAL_ERROR_ROUTE } from 'next/dist/shared/lib/entry-constants.js';
import { expect, it } from 'vitest';
import { OWN_PAGE } from '@/lib/undocumented/own-pages';

it('the page that Next keeps for its own use has the address that is refused', () => {
  expect(UNDERSCORE_GLOBAL_ERROR_ROUTE).toMatch(OWN_PAGE);
});
