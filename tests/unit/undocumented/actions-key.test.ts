import { expect, it } from 'vitest';
import { namesOfActions, secretOfActions } from '@/lib/undocumented/actions-key';

const bytesOf = (variable: Record<string, string>) => Object.values(variable).map((key) => Buffer.from(key, 'base64'));

it('what actions take along in a page is hidden under a key of the site’s own, as long as Next wants it', () => {
  const keys = [secretOfActions('one'), secretOfActions('two'), namesOfActions].flatMap(bytesOf);
  expect(keys.map(({ length }) => length)).toEqual([32, 32, 32]);
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(3);
  expect(Object.keys(secretOfActions('one'))).toEqual(Object.keys(namesOfActions));
});
