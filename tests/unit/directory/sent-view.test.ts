import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DirectoryView } from '@/components/directory/directory-view';
import { openView, sendView } from '@/components/directory/sent-view';
import { EMPTY_FILTER } from '@/lib/directory/filter';

const values = fc.array(fc.record({ value: fc.string(), label: fc.string(), count: fc.nat() }));
const facets = fc.record({ region: values, departement: values, vague: values, territoire: values, label: values });

const view: Omit<DirectoryView, 'facets'> = {
  filter: EMPTY_FILTER,
  heading: '382 fabriques',
  total: 382,
  pages: 20,
  rows: [],
  departmentRegions: { '59': 'hauts-de-france' },
  countedTwice: ['vague'],
  reading: null,
  leftOut: 0,
  ignored: [],
  question: null,
  loosenings: [],
  unknowns: [],
  map: {
    box: [-5, 41, 9, 51],
    initial: { total: 0, withoutPosition: 0, zoom: 5, items: [] },
    tiles: null,
    towns: [['Lille', 3.0468, 50.6309]],
    positions: {},
  },
};

it('a view of the directory is opened in the browser as it was read on the server', () => {
  fc.assert(
    fc.property(facets, (read) => {
      const whole = { ...view, facets: read };
      expect(openView(JSON.parse(JSON.stringify(sendView(whole))))).toEqual(whole);
    }),
  );
});
