import { createHook } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { getDb } from '@/lib/database/db';
import { PROGRAM } from '@/lib/permissions/actor';
import { acceptLink } from '@/lib/users/access/commands';
import { revokeLinks, writeLink } from '@/lib/users/access-link';
import { disableUser, makeResetLink } from '@/lib/users/commands';
import { addUser, PASSWORD, seen } from '../support/office';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

async function hashesDuring(run: () => Promise<unknown>): Promise<number> {
  let hashes = 0;
  const hook = createHook({
    init: (_, type) => {
      if (type === 'SCRYPTREQUEST') hashes += 1;
    },
  }).enable();
  await run().finally(() => hook.disable());
  return hashes;
}

const accept = (token: string) => acceptLink({ token, name: 'Anne', password: PASSWORD, passwordAgain: PASSWORD });
const invite = (hours: number) =>
  getDb().$transaction((tx) =>
    writeLink(
      tx,
      { kind: 'invitation', email: `invite-${hours}@exemple.fr`, role: 'reader', createdBy: null },
      new Date(Date.now() - hours * 3_600_000),
    ),
  );

const UNUSABLE: [why: string, make: () => Promise<string>][] = [
  ['is made up', async () => randomBytes(32).toString('base64url')],
  ['is over', async () => (await invite(73)).token],
  [
    'was taken back',
    async () => {
      const { id, token } = await invite(1);
      await getDb().$transaction((tx) => revokeLinks(tx, PROGRAM, { id }));
      return token;
    },
  ],
  [
    'served before',
    async () => {
      const { token } = await invite(2);
      await accept(token);
      return token;
    },
  ],
  [
    'is of a suspended account',
    async () => {
      const [admin, editor] = [await addUser('administrator'), await addUser('editor')];
      const token = await makeResetLink(editor.id, admin);
      await disableUser(await seen(editor), admin);
      return token;
    },
  ],
];

describe('a password sent to a one-time link', () => {
  it.each(UNUSABLE)('that %s is refused before it is hashed', async (_, make) => {
    const token = await make();
    const refused = () => expect(accept(token)).rejects.toMatchObject({ code: 'access-link-unusable' });
    expect(await hashesDuring(refused)).toBe(0);
  });

  it('that serves is hashed once', async () => {
    const { token } = await invite(3);
    expect(await hashesDuring(() => accept(token))).toBe(1);
  });
});
