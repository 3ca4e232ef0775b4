import { describe, expect, it } from 'vitest';
import { activeValues, holds, toggle } from '@/components/directory/active-values';
import { type DirectoryFilter, EMPTY_FILTER, FACETS, type FacetKey } from '@/lib/directory/filter';
import { directoryQuery } from '@/lib/directory/href';

const regionOf = { '59': 'hauts-de-france', '02': 'hauts-de-france', '29': 'bretagne' };
const option = (value: string, label: string) => ({ value, label, count: 1 });
const none = Object.fromEntries(FACETS.map((key) => [key, []])) as Record<FacetKey, never[]>;
const vocabulary = {
  facets: {
    ...none,
    region: [option('hauts-de-france', 'Hauts-de-France'), option('bretagne', 'Bretagne')],
    departement: [option('59', 'Nord'), option('29', 'Finistère')],
    territoire: [option('qpv', 'Quartier prioritaire (QPV)'), option('non-precise', 'Non précisé')],
    label: [option('fabrique-numerique', 'Fabrique numérique'), option('non-precise', 'Non précisé')],
    vague: [option('vague-1', 'Vague 1')],
  },
  departmentRegions: regionOf,
};
const filter = (change: Partial<DirectoryFilter>): DirectoryFilter => ({ ...EMPTY_FILTER, ...change });

describe('a value put into the filter or taken out', () => {
  it('goes back to the first page and keeps the other values', () => {
    const next = toggle(filter({ vague: ['vague-1'], page: 4 }), 'territoire', 'qpv', regionOf);
    expect(directoryQuery(next)).toBe('territoire=qpv&vague=vague-1');
  });

  it('is written in the address as the form writes it', () => {
    const next = toggle(EMPTY_FILTER, 'label', 'fabrique-numerique', regionOf);
    expect(next.label).toEqual(['fabrique_numerique']);
    expect(holds(next, 'label', 'fabrique-numerique')).toBe(true);
    expect(directoryQuery(toggle(EMPTY_FILTER, 'label', 'non-precise', regionOf))).toBe('label=non-precise');
  });

  it('takes the départements of a région away with it', () => {
    const both = filter({ region: ['bretagne', 'hauts-de-france'], departement: ['29', '59'] });
    expect(toggle(both, 'region', 'hauts-de-france', regionOf)).toMatchObject({
      region: ['bretagne'],
      departement: ['29'],
    });
  });

  it('lets a chosen région keep only its own départements', () => {
    const next = toggle(filter({ departement: ['29', '59'] }), 'region', 'bretagne', regionOf);
    expect(next.departement).toEqual(['29']);
  });

  it('is ignored when the address knows no such value', () => {
    expect(directoryQuery(toggle(EMPTY_FILTER, 'territoire', 'ailleurs', regionOf))).toBe('');
  });
});

describe('what narrows a set', () => {
  it('is named in full, each value with the filter that would be left', () => {
    const near = { code: '59350', name: 'Lille', longitude: 3, latitude: 50, radiusKm: 20 };
    const values = activeValues(
      filter({
        near,
        q: 'atelier',
        departement: ['59'],
        territoire: ['unknown'],
        label: ['unknown'],
        tri: 'proximite',
      }),
      vocabulary,
    );
    expect(values.map(({ label }) => label)).toEqual([
      'À moins de 20\u00A0km de Lille',
      '«\u00A0atelier\u00A0»',
      'Nord (59)',
      'Territoire non précisé',
      'Label non précisé',
    ]);
    expect(values[0]?.without).toMatchObject({ near: null, tri: 'pertinence' });
    expect(directoryQuery(values[1]?.without ?? EMPTY_FILTER)).toBe(
      'departement=59&label=non-precise&pres-de=59350&rayon=20&territoire=non-precise',
    );
  });

  it('is nothing for the whole directory', () => {
    expect(activeValues(EMPTY_FILTER, vocabulary)).toEqual([]);
  });
});
