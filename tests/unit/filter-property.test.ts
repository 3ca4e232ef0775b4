import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicableSorts } from '@/lib/directory/filter';
import { directoryQuery } from '@/lib/directory/href';
import { type FilterReference, parseDirectoryFilter, requestedCommuneCode } from '@/lib/directory/parse-filter';
import { KEYS, nastyParameters } from '../support/nasty';

const reference: FilterReference = {
  regionSlugs: new Set(['hauts-de-france', 'bretagne']),
  departmentCodes: new Set(['59', '2A', '974']),
  waveIds: new Set(['vague-1', 'vagues-2-a-4']),
  near: { code: '59350', name: 'Lille', longitude: 3.05, latitude: 50.63 },
};

describe('the parser of the filter', () => {
  it('never throws, keeps only known values, and names what it ignored without repeating it', () => {
    fc.assert(
      fc.property(nastyParameters, (params) => {
        const { filter, ignored } = parseDirectoryFilter(params, reference);
        requestedCommuneCode(params);
        expect(filter.q.length).toBeLessThanOrEqual(100);
        expect(filter.q.isWellFormed()).toBe(true);
        expect(filter.q).not.toMatch(/\p{Cc}/u);
        expect(filter.region.every((slug) => reference.regionSlugs.has(slug))).toBe(true);
        expect(filter.departement.every((code) => reference.departmentCodes.has(code))).toBe(true);
        expect(filter.vague.every((id) => reference.waveIds.has(id))).toBe(true);
        expect(filter.page).toBeGreaterThanOrEqual(1);
        expect(Number.isSafeInteger(filter.page)).toBe(true);
        expect(applicableSorts(filter)).toContain(filter.tri);
        expect((filter.zone ?? []).every(Number.isFinite)).toBe(true);
        expect(ignored.every(({ key }) => KEYS.includes(key))).toBe(true);
        const reasons = ignored.map(({ reason }) => reason).join(' ');
        expect(reasons).not.toMatch(/script|OR 1=1|evil/);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is the inverse of the address: one view has one address, and its address gives the same view', () => {
    fc.assert(
      fc.property(nastyParameters, (params) => {
        const { filter } = parseDirectoryFilter(params, reference);
        const query = directoryQuery(filter);
        const again = parseDirectoryFilter(new URLSearchParams(query), reference);
        expect(again.ignored).toEqual([]);
        expect(again.filter).toEqual(filter);
        expect(directoryQuery(again.filter)).toBe(query);
        const keys = [...new URLSearchParams(query).keys()];
        expect(keys).toEqual(keys.toSorted());
      }),
      { numRuns: 5_000 },
    );
  });
});
