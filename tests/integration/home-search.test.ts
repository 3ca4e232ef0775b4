import { describe, expect, it } from 'vitest';
import { findSearchDestination } from '@/app/(public)/search-destination';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

describe('the one field of the home page', () => {
  it('leads near a commune for its exact name, whatever the accents, or for a postcode', async () => {
    expect(await findSearchDestination('Roubaix')).toBe('/fabriques?lieu=Roubaix');
    expect(await findSearchDestination('saint etienne')).toBe('/fabriques?lieu=saint%20etienne');
    expect(await findSearchDestination('59100')).toBe('/fabriques?lieu=59100');
    expect(await findSearchDestination('2a004')).toBe('/fabriques?lieu=2a004');
  });

  it('leads to the fabriques that a name finds, misspelt or not', async () => {
    expect(await findSearchDestination('Condition Publique')).toBe('/fabriques?q=Condition%20Publique');
    expect(await findSearchDestination('condicion publik')).toBe('/fabriques?q=condicion%20publik');
    expect(await findSearchDestination('machinrie')).toBe('/fabriques?q=machinrie');
  });

  it('leads to the communes that come near when no fabrique does', async () => {
    expect(await findSearchDestination('Plougastel')).toBe('/fabriques?lieu=Plougastel');
  });

  it('opens the whole directory for nothing, and never fails on what is typed', async () => {
    expect(await findSearchDestination('   ')).toBe('/fabriques');
    for (const odd of ['\u0000', '😀', '\uD800', '%00', 'x'.repeat(10_000), '\u202E', "'; DROP TABLE structure; --"]) {
      expect(await findSearchDestination(odd)).toMatch(/^\/fabriques(\?|$)/);
    }
  });
});
