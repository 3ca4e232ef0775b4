import { describe, expect, it } from 'vitest';
import { describeSet, type NamedSet, summarizeSet } from '@/lib/directory/describe';
import { EMPTY_FILTER } from '@/lib/directory/filter';

const whole: NamedSet = { ...EMPTY_FILTER, regions: [], departments: [], waves: [], hasZone: false };
const hautsDeFrance = { slug: 'hauts-de-france', name: 'Hauts-de-France' };
const bretagne = { slug: 'bretagne', name: 'Bretagne' };
const nord = { code: '59', name: 'Nord', regionSlug: 'hauts-de-france' };
const aisne = { code: '02', name: 'Aisne', regionSlug: 'hauts-de-france' };

describe('the heading of a set', () => {
  it.each<[number, Partial<NamedSet>, string]>([
    [382, {}, '382 fabriques en France'],
    [27, { regions: [hautsDeFrance] }, '27 fabriques en Hauts-de-France'],
    [
      7,
      { regions: [hautsDeFrance], territoire: ['qpv'] },
      '7 fabriques en quartier prioritaire (QPV) en Hauts-de-France',
    ],
    [1, { near: { name: 'Lille', radiusKm: 30 } }, '1 fabrique à moins de 30\u00A0km de Lille'],
    [3, { near: { name: 'Les Abymes', radiusKm: 10 } }, '3 fabriques à moins de 10\u00A0km des Abymes'],
    [1, { territoire: ['rural'] }, '1 fabrique rurale'],
    [302, { territoire: ['rural', 'unknown'] }, '302 fabriques rurales ou au territoire non précisé'],
    [2, { label: ['fabrique_numerique'] }, '2 fabriques numériques'],
    [53, { label: ['unknown'] }, '53 fabriques au label non précisé'],
    [4, { label: ['fabrique'] }, '4 fabriques au label «\u00A0fabrique de territoire\u00A0»'],
    [80, { waves: ['Vague 1'] }, '80 fabriques de la vague 1'],
    [9, { waves: ['Vagues 2 à 4', 'Vague 5'] }, '9 fabriques des vagues 2 à 4 et de la vague 5'],
    [12, { hasZone: true }, '12 fabriques dans la zone choisie sur la carte'],
    [2, { q: 'machinrie' }, '2 fabriques pour «\u00A0machinrie\u00A0»'],
    [1200, {}, '1\u202F200 fabriques en France'],
  ])('%i with %o is said in French', (total, set, heading) => {
    expect(describeSet(total, { ...whole, ...set })).toBe(heading);
  });

  it('names the départements rather than the région they lie in', () => {
    const set = { ...whole, regions: [hautsDeFrance], departments: [aisne, nord] };
    expect(describeSet(10, set)).toBe('10 fabriques dans l’Aisne et dans le Nord');
  });

  it('says both when a département lies in none of the régions asked', () => {
    expect(describeSet(0, { ...whole, regions: [bretagne], departments: [nord] })).toBe(
      '0 fabrique dans le Nord, mais en Bretagne',
    );
  });

  it('counts the values beyond three, which the chips name', () => {
    const regions = ['a', 'b', 'c', 'd'].map((slug) => ({ slug, name: slug }));
    expect(describeSet(40, { ...whole, regions })).toBe('40 fabriques dans 4 régions');
  });

  it('always begins with the total, and never lets a long search take the page', () => {
    const heading = describeSet(0, { ...whole, q: 'mot '.repeat(25) });
    expect(heading.startsWith('0 fabrique pour')).toBe(true);
    expect(heading.length).toBeLessThan(80);
  });

  it('sums up the territories for search engines, unless one was asked for', () => {
    const counts = { qpv: 7, rural: 9, unknown: 11 };
    expect(summarizeSet(27, { ...whole, regions: [hautsDeFrance] }, counts)).toContain(
      '7 en quartier prioritaire, 9 rurales, 11 au territoire non précisé',
    );
    expect(summarizeSet(7, { ...whole, territoire: ['qpv'] }, counts)).not.toContain('11');
  });
});
