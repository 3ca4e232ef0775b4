import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  GAPS,
  OFFICE_SORTS,
  OFFICE_STATES,
  type OfficeFilter,
  officeHref,
  parseOfficeFilter,
} from '@/lib/structures/office-filter';
import { countForOffice, listForOffice, OFFICE_PAGE_SIZE } from '@/lib/structures/office-list';
import {
  absentOr,
  isWithin,
  type PlainStructure,
  SCOPES,
  says,
  stateOf,
  useStirredOffice,
} from '../../support/naive-office';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();

const office = useStirredOffice();

const STATES = { brouillon: 'draft', publiee: 'published', archivee: 'archived' } as const;
const TERRITORIES: Record<string, string> = { qpv: 'qpv', rural: 'rural', 'non-precise': 'unknown' };
const hasUnknownLabel = ({ awards }: PlainStructure) => awards.some(({ label }) => label === 'unknown');
const LACKS: Record<(typeof GAPS)[number], (one: PlainStructure) => boolean> = {
  incomplete: (one) => one.territory === 'unknown' || !one.website || !one.description || hasUnknownLabel(one),
  position: ({ longitude }) => longitude === null,
  territoire: ({ territory }) => territory === 'unknown',
  label: hasUnknownLabel,
  site: ({ website }) => website === null,
  description: ({ description }) => description === null,
};
const yearAgo = () => {
  const day = new Date();
  day.setUTCFullYear(day.getUTCFullYear() - 1);
  return day;
};

const belongs = (one: PlainStructure, { q, etat, region, territoire, vague, manque, ancien }: OfficeFilter) =>
  says(one, q) &&
  (etat ? stateOf(one) === STATES[etat] : stateOf(one) !== 'archived') &&
  (region === null || one.region_code === region) &&
  (territoire === null || one.territory === TERRITORIES[territoire]) &&
  (vague === null || one.awards.some(({ wave_id }) => wave_id === vague)) &&
  (manque === null || LACKS[manque](one)) &&
  (ancien === null || one.updated_at < yearAgo());

const byName = (one: PlainStructure, other: PlainStructure) => one.name_rank - other.name_rank;
const ORDERS: Record<OfficeFilter['tri'], (one: PlainStructure, other: PlainStructure) => number> = {
  nom: byName,
  modifiee: (one, other) => other.updated_at.getTime() - one.updated_at.getTime(),
  commune: (one, other) => one.commune_rank - other.commune_rank || byName(one, other),
  etat: (one, other) => stateOf(one).localeCompare(stateOf(other)) || byName(one, other),
};

const FILTERS: fc.Arbitrary<OfficeFilter> = fc.record({
  q: fc.constantFrom('', '', '', 'association', 'société coop', 'LYON', 'rien de tel'),
  etat: absentOr(OFFICE_STATES),
  region: absentOr(['32', '53', '84', '99']),
  territoire: absentOr(['qpv', 'rural', 'non-precise'] as const),
  vague: absentOr(['vague-1', 'vague-9', 'vague-10', 'vague-0']),
  manque: absentOr(GAPS),
  ancien: absentOr(['oui'] as const),
  tri: fc.constantFrom(...OFFICE_SORTS),
  page: fc.integer({ min: 1, max: 12 }),
});

describe('the table of structures', () => {
  it('holds for any filter and any scope what a naive count holds, once each, in the order asked', async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(FILTERS, SCOPES, async (filter, scope) => {
        const expected = office.structures.filter((one) => isWithin(one, scope) && belongs(one, filter));
        const first = await listForOffice({ ...filter, page: 1 }, scope);
        expect(first.total).toBe(expected.length);
        expect(first.pages).toBe(Math.max(1, Math.ceil(expected.length / OFFICE_PAGE_SIZE)));
        const asked = await listForOffice(filter, scope);
        expect(asked.page).toBe(Math.min(filter.page, first.pages));
        const others = await Promise.all(
          Array.from({ length: first.pages - 1 }, (_, at) => listForOffice({ ...filter, page: at + 2 }, scope)),
        );
        const rows = [first, ...others].flatMap((page) => page.rows);
        expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
        const listed = rows.flatMap(({ id }) => office.structures.find((one) => one.id === id) ?? []);
        const order = ORDERS[filter.tri];
        expect(listed.filter((one, at) => at > 0 && order(listed[at - 1] ?? one, one) > 0)).toEqual([]);
        answered += expected.length > 0 ? 1 : 0;
      }),
      { numRuns: 100, seed: 7 },
    );
    // Most filters are narrow; enough of them find something.
    expect(answered).toBeGreaterThan(40);
  });

  it('says of each row its state, its waves and whether it is on the map', async () => {
    const { rows } = await listForOffice(parseOfficeFilter({ tri: 'modifiee' }), null);
    expect(rows).toHaveLength(OFFICE_PAGE_SIZE);
    for (const row of rows) {
      const one = office.structures.find(({ id }) => id === row.id);
      expect(row).toMatchObject({
        state: one && stateOf(one),
        awards: one?.awards.length,
        hasPosition: one?.longitude !== null,
        territory: one?.territory,
      });
    }
  });

  it('is counted beside its name without the archived ones, within reach', async () => {
    for (const scope of [null, ['32'], []]) {
      const expected = office.structures.filter((one) => isWithin(one, scope) && stateOf(one) !== 'archived').length;
      expect(await countForOffice(scope)).toBe(expected);
    }
  });

  it('is asked by an address that gives the same view again, and a wrong value falls back on its own', () => {
    fc.assert(
      fc.property(FILTERS, (filter) => {
        const query = new URL(officeHref(filter), 'http://ici').searchParams;
        expect(parseOfficeFilter(Object.fromEntries(query))).toEqual(filter);
      }),
    );
    expect(
      parseOfficeFilter({ etat: 'ailleurs', region: "32'", tri: ['nom'], page: '-3', vague: 'vague-1', ancien: '1' }),
    ).toEqual({
      q: '',
      etat: null,
      region: null,
      territoire: null,
      vague: 'vague-1',
      manque: null,
      ancien: null,
      tri: 'nom',
      page: 1,
    });
  });
});
