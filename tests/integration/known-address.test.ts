import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { emptyDirectoryCache } from '@/lib/cache';
import { isKnownAddress } from '@/lib/site/known-address';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

async function write(statement: string) {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(statement);
  await client.end();
  emptyDirectoryCache();
}

describe('an address', () => {
  it.each([
    '/',
    '/fabriques',
    '/fabriques/la-machinerie-amiens',
    '/regions/bretagne',
    '/regions/%62retagne',
    '/regions/saint-martin',
    '/departements/2A',
    '/departements/2a',
    '/departements/1',
    '/departements/978',
    '/vagues/vague-8',
    '/vagues/vague-8/guadeloupe',
    '/nulle-part',
    '/fabriques/zzz/opengraph-image-1',
  ])('%s is left to its page', async (path) => {
    expect(await isKnownAddress(path)).toBe(true);
  });

  it.each([
    '/fabriques/zzz',
    '/fabriques/La-Machinerie-Amiens',
    '/fabriques/a%2Fb',
    '/regions/xx',
    '/regions/saint-barthelemy',
    '/departements/99',
    '/departements/977',
    '/vagues/vague-99',
    '/vagues/vague-1/xx',
    '/vagues/vague-99/bretagne',
    '/_global-error',
    '/%5Fglobal-error',
  ])('%s is nobody’s', async (path) => {
    expect(await isKnownAddress(path)).toBe(false);
  });

  it('is known as long as it leads to the present one, and no longer when the structure is withdrawn', async () => {
    await write(`UPDATE structure SET slug = 'ess-team-renommee' WHERE slug = 'ess-team-tourcoing'`);
    expect(await isKnownAddress('/fabriques/ess-team-tourcoing')).toBe(true);
    await write(`UPDATE structure SET archived_at = now() WHERE slug = 'ess-team-renommee'`);
    expect(await isKnownAddress('/fabriques/ess-team-tourcoing')).toBe(false);
    expect(await isKnownAddress('/fabriques/ess-team-renommee')).toBe(false);
  });

  it('is not declared unknown when the database cannot say', async () => {
    await write('ALTER TABLE structure RENAME TO moved');
    await expect(isKnownAddress('/fabriques/never-asked')).rejects.toThrow(/does not exist/);
    await write('ALTER TABLE moved RENAME TO structure');
  });
});
