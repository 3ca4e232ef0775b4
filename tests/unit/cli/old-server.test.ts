import type { Client } from 'pg';
import { expect, it } from 'vitest';
import { refuseOldServer } from '@/lib/cli/prepare-database';

/** A server that says that it is of this version. */
const serverOf = (number: string, name: string) =>
  ({ query: async () => ({ rows: [{ number, name }] }) }) as unknown as Client;

it('a PostgreSQL older than 15 is refused with a sentence that names both versions', async () => {
  await expect(refuseOldServer(serverOf('140012', '14.12 (Debian 14.12-1)'))).rejects.toThrow(
    'La base indiquée par DATABASE_URL tourne sous PostgreSQL 14.12 : il faut PostgreSQL 15 ou plus récent.',
  );
});

it.each([
  ['150000', '15.0'],
  ['180004', '18.4'],
])('PostgreSQL %s is accepted', async (number, name) => {
  await expect(refuseOldServer(serverOf(number, name))).resolves.toBeUndefined();
});
