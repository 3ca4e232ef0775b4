import { expect, it } from 'vitest';
import { type ServerFacts, unfitness } from '@/lib/database/preflight';

const FIT: ServerFacts = {
  number: 180_004,
  version: '18.4',
  encoding: 'UTF8',
  isReadOnly: false,
  schema: 'public',
  hasFrenchOrder: true,
  misplacedExtension: null,
  hasItsSettings: true,
  database: 'fabriques',
  role: 'site',
};

it('a PostgreSQL older than 15 is refused with a sentence that names both versions', () => {
  expect(unfitness({ ...FIT, number: 140_012, version: '14.12 (Debian 14.12-1)' }, 'DATABASE_URL')).toBe(
    'La base indiquée par DATABASE_URL tourne sous PostgreSQL 14.12 : il faut PostgreSQL 15 ou plus récent.',
  );
});

it.each([
  { number: 150_000, version: '15.0' },
  { number: 180_004, version: '18.4' },
])('PostgreSQL $version is accepted', (server) => {
  expect(unfitness({ ...FIT, ...server }, 'DATABASE_URL')).toBeNull();
});

it('one built without the French order of letters is refused, whichever address leads there', () => {
  expect(unfitness({ ...FIT, hasFrenchOrder: false }, 'DATABASE_LISTEN_URL')).toMatch(
    /^[^\n]* DATABASE_LISTEN_URL [^\n]*« fr-x-icu » : [^\n]*\.$/,
  );
});
