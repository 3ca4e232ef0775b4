import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { optionalPhone, phoneHref } from '@/lib/fields/typed-phone';

describe('a telephone', () => {
  it.each([
    ['03 20 00 00 00', '03 20 00 00 00', 'tel:+33320000000'],
    ['0320000000', '03 20 00 00 00', 'tel:+33320000000'],
    ['03.20.00.00.00', '03 20 00 00 00', 'tel:+33320000000'],
    ['+33 (0)3 20 00 00 00', '03 20 00 00 00', 'tel:+33320000000'],
    ['0033320000000', '03 20 00 00 00', 'tel:+33320000000'],
    ['06 12 34 56 78', '06 12 34 56 78', 'tel:+33612345678'],
    ['0262 90 29 29', '0262 90 29 29', 'tel:+262262902929'],
    ['0590 81 00 00', '0590 81 00 00', 'tel:+590590810000'],
    ['0269 61 00 00', '0269 61 00 00', 'tel:+262269610000'],
    ['+32 2 555 12 12', '+32 2 555 12 12', 'tel:+3225551212'],
  ])('%s is kept as it is written at home, and called from anywhere', (typed, kept, href) => {
    expect(optionalPhone.parse(typed)).toBe(kept);
    expect(phoneHref(kept)).toBe(href);
    expect(optionalPhone.parse(kept)).toBe(kept);
  });

  it.each(['12', 'au bureau', '03 20 00 00', '03 20 00 00 00 00', '<b>', '00 00 00 00 00'])(
    '%s is none, and says what is expected',
    (typed) => {
      expect(optionalPhone.safeParse(typed).error?.issues[0]?.message).toMatch(/^Un numéro de téléphone est attendu/);
      expect(phoneHref(typed)).toBeNull();
    },
  );

  it.each(['0320000000 ext 12', '03 20 00 00 00 poste 4', '+33 3 20 00 00 00;ext=1'])(
    '%s is refused: it has more than a number',
    (typed) => {
      expect(optionalPhone.safeParse(typed).error?.issues[0]?.message).toMatch(/^Un numéro .*est attendu/);
    },
  );

  it('of any country is kept in as many signs as the store has room for', () => {
    for (const country of getCountries()) {
      const kept = optionalPhone.safeParse(getExampleNumber(country, examples)?.number).data;
      expect(kept ?? country).toMatch(/^[0-9+(). /-]{3,30}$|^[A-Z]{2}$/);
    }
  });

  it('may be left empty', () => {
    expect([optionalPhone.parse(''), optionalPhone.parse(undefined)]).toEqual([null, null]);
  });
});
