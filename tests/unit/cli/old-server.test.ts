import { expect, it } from 'vitest';
import { refuseOldServer } from '@/lib/cli/prepare-database';

it('a PostgreSQL older than 15 is refused with a sentence that names both versions', () => {
  expect(() => refuseOldServer({ number: '140012', name: '14.12 (Debian 14.12-1)' })).toThrow(
    'La base indiquée par DATABASE_URL tourne sous PostgreSQL 14.12 : il faut PostgreSQL 15 ou plus récent.',
  );
});

it.each([
  { number: '150000', name: '15.0' },
  { number: '180004', name: '18.4' },
])('PostgreSQL $name is accepted', (version) => {
  expect(() => refuseOldServer(version)).not.toThrow();
});
