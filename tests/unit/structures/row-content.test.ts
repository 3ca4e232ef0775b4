import { describe, expect, it } from 'vitest';
import { toRowContent } from '@/components/structures/row-content';
import type { ListedStructure } from '@/lib/directory/list';

const structure: ListedStructure = {
  id: '1',
  slug: 'la-machinerie-amiens',
  name: 'La machinerie',
  commune: { code: '80021', name: 'Amiens' },
  department: { code: '80', name: 'Somme' },
  region: { code: '32', slug: 'hauts-de-france', name: 'Hauts-de-France' },
  territory: 'qpv',
  territoryBasis: 'announcement',
  awards: [{ waveId: 'vague-1', label: 'fabrique_numerique' }],
  promisedEuros: null,
  longitude: 2.3,
  latitude: 49.9,
  positionPrecision: 'commune',
  distanceKm: null,
};
const waves = new Map([
  ['vague-1', 'Vague 1'],
  ['vague-10', 'Vague 10'],
]);
const row = (change: Partial<ListedStructure>) => toRowContent({ ...structure, ...change }, waves);

describe('the words of a row', () => {
  it('say the basis of the territory, the waves and the labels', () => {
    expect(row({}).meta).toBe('QPV, annoncé · Vague 1 · Fabrique numérique');
    expect(row({ territory: 'rural', territoryBasis: 'insee_density' }).meta).toMatch(/^Rural au sens de l’Insee/);
    expect(row({ territory: 'unknown', territoryBasis: null }).meta).toMatch(/^Territoire non précisé/);
  });

  it('say each wave and each label of a structure selected twice, once', () => {
    const awards = [
      { waveId: 'vague-1', label: 'unknown' as const },
      { waveId: 'vague-10', label: 'unknown' as const },
    ];
    expect(row({ awards }).meta).toBe('QPV, annoncé · Vague 1, Vague 10 · Label non précisé');
  });

  it('give no amount where none is published, and no distance where no place was asked', () => {
    expect(row({})).toMatchObject({ amount: null, distance: null });
    expect(row({ promisedEuros: 50_000 }).amount).toBe('50\u202F000\u00A0€');
  });

  it('say that a distance is rough when the position is that of the commune', () => {
    expect(row({ distanceKm: 12.3 }).distance).toBe('à environ\u00A012\u00A0km');
    expect(row({ distanceKm: 0.05 }).distance).toBe('à moins de 1\u00A0km');
    expect(row({ distanceKm: 12.3, positionPrecision: 'address' }).distance).toBe('à 12\u00A0km');
  });
});
