import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { neighboursOfDepartment, neighboursOfRegion } from '@/lib/geography/neighbours';
import type { MapShapes } from '@/lib/geography/shapes';

const shapes = JSON.parse(readFileSync('public/carte/fonds.json', 'utf8')) as MapShapes;

/** Contacts of a few hundred metres, which these outlines are too coarse to show. */
const SHORT_CONTACTS = ['54 67', '67 54', '83 84', '84 83'];

const outlines = Object.entries(shapes.areas)
  .filter(([name]) => name.startsWith('departement-'))
  .map(([name, polygons]) => ({
    code: name.slice('departement-'.length),
    lines: new Set(polygons.flat(2).map((arc) => (arc < 0 ? ~arc : arc))),
  }));

describe('neighbours', () => {
  it('are the départements whose outlines share a line on the maps of the site', () => {
    const drawn = outlines.flatMap((a) =>
      outlines
        .filter((b) => a !== b && [...a.lines].some((line) => b.lines.has(line)))
        .map((b) => `${a.code} ${b.code}`),
    );
    const listed = outlines.flatMap(({ code }) => neighboursOfDepartment(code).map((other) => `${code} ${other}`));
    expect(listed.toSorted()).toEqual([...drawn, ...SHORT_CONTACTS].toSorted());
  });

  it('are mutual', () => {
    for (const { code } of outlines) {
      for (const other of neighboursOfDepartment(code)) expect(neighboursOfDepartment(other)).toContain(code);
    }
  });

  it('of a région are those its départements touch', () => {
    expect(neighboursOfRegion('32')).toEqual(['11', '28', '44']);
    expect(neighboursOfRegion('53')).toEqual(['28', '52']);
  });

  it('do not exist overseas, in Corse beyond its own two, or for an unknown code', () => {
    expect(neighboursOfDepartment('974')).toEqual([]);
    expect(neighboursOfDepartment('2A')).toEqual(['2B']);
    expect(neighboursOfRegion('94')).toEqual([]);
    expect(neighboursOfRegion('04')).toEqual([]);
    expect(neighboursOfDepartment('zz')).toEqual([]);
  });
});
