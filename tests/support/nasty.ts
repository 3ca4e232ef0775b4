import fc from 'fast-check';
import { addressKey, FILTER_KEYS } from '@/lib/directory/filter';

export const KEYS = [...FILTER_KEYS.map(addressKey), ...'rayon tri page lieu bbox zoom retour inconnu'.split(' ')];

const nastyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', ' ', '\u0000', '\ud800', '\udfff x', '\u202e evil', '😀', 'é'.repeat(5_000), 'x'.repeat(10_000)),
  fc.constantFrom('NaN', 'Infinity', '-1', '0', '1', '6', '21', '1e9', '999999999999', '%', '%00', '[object Object]'),
  fc.constantFrom('1,2,3', '1,2,3,4', '4,3,2,1', '-5,41,10,52', '1,48,3,50', '0,999,1,1000', 'NaN,NaN,NaN,NaN'),
  fc.constantFrom('__proto__', 'constructor', "'", "' OR 1=1 --", '<script>alert(1)</script>'),
  fc.constantFrom(
    'hauts-de-france',
    '59',
    '2a',
    'qpv',
    'rural',
    'non-precise',
    'vague-1',
    'fabrique',
    '59350',
    '50',
    '5',
  ),
  fc.constantFrom('nom', 'recent', 'pertinence', 'proximite', 'saint', 'saint-denis', 'machinrie', 'lille'),
);

export const nastyPairs = fc.array(fc.tuple(fc.constantFrom(...KEYS), nastyText), { maxLength: 6 });

export const nastyParameters = fc.dictionary(
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...KEYS) }, { weight: 1, arbitrary: fc.string({ maxLength: 12 }) }),
  fc.oneof(nastyText, fc.array(nastyText, { maxLength: 4 })),
  { maxKeys: 8 },
);
