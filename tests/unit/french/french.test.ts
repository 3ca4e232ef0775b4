import { describe, expect, it } from 'vitest';
import { dayInParis, formatDate, formatDateWithPrecision, machineDate } from '@/lib/french/dates';
import { formatDecimal, formatDistance, formatEuros, formatInteger } from '@/lib/french/numbers';
import { typeset } from '@/lib/french/typography';
import { atPlace, listInWords, ofPlace, ordinalParts, plural } from '@/lib/french/words';

describe('numbers in French form', () => {
  it('part thousands with a narrow space that never breaks and euros with a space that never breaks', () => {
    expect(formatEuros(150_000)).toBe('150\u202F000\u00A0€');
    expect(formatEuros(0)).toBe('0\u00A0€');
    expect(formatInteger(9_550_000)).toBe('9\u202F550\u202F000');
  });
  it('always write the decimals that were asked for', () => {
    expect(formatDecimal(0.4, 2)).toBe('0,40');
    expect(formatDecimal(1234.567, 1)).toBe('1\u202F234,6');
  });
  it('give a distance no more precision than it has', () => {
    expect(formatDistance(0.02)).toBe('moins de 100\u00A0m');
    expect(formatDistance(4)).toBe('4\u00A0km');
    expect(formatDistance(4.26)).toBe('4,3\u00A0km');
    expect(formatDistance(9.97)).toBe('10\u00A0km');
    expect(formatDistance(37.6)).toBe('38\u00A0km');
  });
});

describe('dates in French form', () => {
  it('are written in full', () => {
    expect(formatDate('2020-02-04')).toBe('4 février 2020');
    expect(formatDate('2024-08-01')).toBe('1er août 2024');
    expect(formatDate('2021-12')).toBe('décembre 2021');
    expect(formatDate('2023-11-09T08:00:00.000Z')).toBe('9 novembre 2023');
  });
  it('never claim more than their source', () => {
    expect(formatDateWithPrecision({ date: '2021-12-01', precision: 'month' })).toBe('décembre 2021');
    expect(formatDateWithPrecision({ date: '2021-01-01', precision: 'year' })).toBe('2021');
    expect(formatDateWithPrecision({ date: '2020-03-01', precision: 'period', period: 'printemps 2020' })).toBe(
      'printemps 2020',
    );
    expect(formatDateWithPrecision({ date: null, precision: 'day' })).toBe('date non précisée');
    expect(machineDate({ date: '2021-12-01', precision: 'month' })).toBe('2021-12');
    expect(machineDate({ date: '2020-03-01', precision: 'period', period: 'printemps 2020' })).toBeUndefined();
  });
  it('are those of Paris, whatever the clock of the server', () => {
    expect(dayInParis(new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23');
    expect(dayInParis(new Date('2026-07-01T21:59:00Z'))).toBe('2026-07-01');
    expect(dayInParis(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02');
  });
  it('that cannot be read are shown as they came', () => {
    expect(formatDate('2020-13-04')).toBe('2020-13-04');
    expect(formatDate('bientôt')).toBe('bientôt');
  });
});

describe('French words', () => {
  it('take the plural from two', () => {
    expect([0, 1, 2].map((count) => plural(count, 'fabrique', 'fabriques'))).toEqual([
      'fabrique',
      'fabrique',
      'fabriques',
    ]);
  });
  it('rank with the ending of their gender', () => {
    expect([ordinalParts(1, 'f'), ordinalParts(1, 'm'), ordinalParts(18, 'f')]).toEqual([
      { number: '1', suffix: 're' },
      { number: '1', suffix: 'er' },
      { number: '18', suffix: 'e' },
    ]);
  });
  it('are listed with « et » before the last', () => {
    expect([listInWords([]), listInWords(['a']), listInWords(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b et c']);
  });
  it('contract before the article of a place', () => {
    expect(['Le Mans', 'Les Mureaux', 'Amiens', 'La Rochelle', 'Hem', 'Hyères'].map(ofPlace)).toEqual([
      'du Mans',
      'des Mureaux',
      'd’Amiens',
      'de La Rochelle',
      'de Hem',
      'd’Hyères',
    ]);
    expect(['Le Mans', 'Les Mureaux', 'Amiens'].map(atPlace)).toEqual(['au Mans', 'aux Mureaux', 'à Amiens']);
  });
});

describe('a text taken from a table', () => {
  it('gets the spaces of French print', () => {
    expect(typeset('Vague 1 : les « premiers » ; 50 000 € par an')).toBe(
      'Vague 1\u00A0: les «\u00A0premiers\u00A0»\u202F; 50\u202F000\u00A0€ par an',
    );
  });
  it('turns straight quotation marks into guillemets, after an elision and before a number too', () => {
    expect(typeset(`Associations "La cantine du 111" et "L'atelier"`)).toBe(
      'Associations «\u00A0La cantine du 111\u00A0» et «\u00A0L’atelier\u00A0»',
    );
    expect(typeset(`l'"Abri" d'1 jour, l'« Éprouvette »`)).toBe(
      'l’«\u00A0Abri\u00A0» d’1 jour, l’«\u00A0Éprouvette\u00A0»',
    );
    expect(typeset('un écran de 24"')).toBe('un écran de 24"');
  });
  it('is not changed twice, nor where a sign belongs to an address or an hour', () => {
    const once = typeset("Qu'est-ce ? « oui » : https://a.fr/?q=1;b a 12:30");
    expect(typeset(once)).toBe(once);
    expect(once).toContain('https://a.fr/?q=1;b a 12:30');
    expect(once.startsWith('Qu’est-ce\u202F?')).toBe(true);
  });
});
