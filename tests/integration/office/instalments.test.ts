import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { todayInParis } from '@/lib/french/dates';
import {
  INSTALMENT_SORTS,
  INSTALMENT_STATES,
  type InstalmentFilter,
  instalmentsHref,
  PURPOSES,
  parseInstalmentFilter,
} from '@/lib/instalments/filter';
import { INSTALMENTS_PER_PAGE, listInstalments, listInstalmentsForExport } from '@/lib/instalments/queries';
import {
  absentOr,
  isWithin,
  type PlainInstalment,
  SCOPES,
  says,
  stateOf,
  useStirredOffice,
} from '../../support/naive-office';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();

const office = useStirredOffice();

const isToPay = ({ status }: PlainInstalment) => status === 'announced' || status === 'planned';
const isOverdue = (one: PlainInstalment) =>
  isToPay(one) && one.calendar_year !== null && one.calendar_year < Number(todayInParis().slice(0, 4));
const STATES: Record<(typeof INSTALMENT_STATES)[number], (one: PlainInstalment) => boolean> = {
  'a-verser': isToPay,
  annonce: ({ status }) => status === 'announced',
  prevu: ({ status }) => status === 'planned',
  verse: ({ status }) => status === 'paid',
  annule: ({ status }) => status === 'cancelled',
};

const belongs = (one: PlainInstalment, { q, etat, region, vague, objet, annee, retard }: InstalmentFilter) =>
  stateOf(one.structure) !== 'archived' &&
  says(one.structure, q) &&
  (etat === null || STATES[etat](one)) &&
  (region === null || one.structure.region_code === region) &&
  (vague === null || one.wave_id === vague) &&
  (objet === null || one.purpose === { amorcage: 'seed', bonus: 'digital_bonus' }[objet]) &&
  (annee === null || one.year_of_aid === Number(annee)) &&
  (retard === null || isOverdue(one));

const euros = (some: readonly PlainInstalment[]) => some.reduce((sum, { amount_euros }) => sum + amount_euros, 0);
const byName = (one: PlainInstalment, other: PlainInstalment) => one.structure.name_rank - other.structure.name_rank;
const yearOf = ({ calendar_year }: PlainInstalment) => calendar_year ?? Number.MAX_SAFE_INTEGER;
const ORDERS: Partial<Record<InstalmentFilter['tri'], (one: PlainInstalment, other: PlainInstalment) => number>> = {
  structure: byName,
  echeance: (one, other) => yearOf(one) - yearOf(other),
  montant: (one, other) => other.amount_euros - one.amount_euros || byName(one, other),
};

const FILTERS: fc.Arbitrary<InstalmentFilter> = fc.record({
  q: fc.constantFrom('', '', '', 'association', 'rien de tel'),
  etat: absentOr(INSTALMENT_STATES),
  region: absentOr(['32', '53', '84', '99']),
  vague: absentOr(['vague-1', 'vague-5', 'vague-9', 'vague-0']),
  objet: absentOr(PURPOSES),
  annee: absentOr(['1', '2', '3', '9']),
  retard: absentOr(['oui'] as const),
  tri: fc.constantFrom(...INSTALMENT_SORTS),
  page: fc.integer({ min: 1, max: 6 }),
});

describe('all instalments', () => {
  it('are for any filter and any scope those of a naive count, with its euros, once each, in the order asked', async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(FILTERS, SCOPES, async (filter, scope) => {
        const expected = office.instalments.filter((one) => isWithin(one.structure, scope) && belongs(one, filter));
        const { totals, page, pages, rows } = await listInstalments(filter, scope);
        expect(totals).toEqual({
          count: expected.length,
          promised: euros(expected.filter(({ status }) => status !== 'cancelled')),
          paid: euros(expected.filter(({ status }) => status === 'paid')),
          cancelled: euros(expected.filter(({ status }) => status === 'cancelled')),
        });
        expect(pages).toBe(Math.max(1, Math.ceil(expected.length / INSTALMENTS_PER_PAGE)));
        expect(page).toBe(Math.min(filter.page, pages));
        const whole = await listInstalmentsForExport(filter, scope);
        expect(whole.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
        const start = (page - 1) * INSTALMENTS_PER_PAGE;
        expect(rows).toEqual(whole.slice(start, start + INSTALMENTS_PER_PAGE));
        const listed = whole.flatMap(({ id }) => expected.find((one) => one.id === id) ?? []);
        const order = ORDERS[filter.tri] ?? (() => 0);
        expect(listed.filter((one, at) => at > 0 && order(listed[at - 1] ?? one, one) > 0)).toEqual([]);
        expect(whole.map(({ isOverdue: said }) => said)).toEqual(listed.map(isOverdue));
        answered += expected.length > 0 ? 1 : 0;
      }),
      { numRuns: 100, seed: 11 },
    );
    expect(answered).toBeGreaterThan(30);
  });

  it('are overdue once their year is over, not during it, and never without a year', () => {
    const year = Number(todayInParis().slice(0, 4));
    const toPay = office.instalments.filter(isToPay);
    expect(toPay.filter(({ calendar_year }) => calendar_year === year).length).toBeGreaterThan(0);
    expect(toPay.filter(({ calendar_year }) => calendar_year === null).length).toBeGreaterThan(5);
    expect(toPay.filter(isOverdue).length).toBeGreaterThan(5);
  });

  it('are asked by an address that gives the same view again, and a wrong value falls back on its own', () => {
    fc.assert(
      fc.property(FILTERS, (filter) => {
        const query = new URL(instalmentsHref(filter), 'http://ici').searchParams;
        expect(parseInstalmentFilter(Object.fromEntries(query))).toEqual(filter);
      }),
    );
    expect(parseInstalmentFilter({ etat: 'paid', annee: '0', tri: 'x', page: 'deux', retard: 'non' })).toMatchObject({
      etat: null,
      annee: null,
      tri: 'structure',
      page: 1,
      retard: null,
    });
  });
});
