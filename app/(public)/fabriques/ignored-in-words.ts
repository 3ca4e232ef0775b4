import type { IgnoredParameter } from '@/lib/directory/parse-filter';

const NAMES = new Map([
  ['q', 'la recherche'],
  ['region', 'la région'],
  ['departement', 'le département'],
  ['territoire', 'le territoire'],
  ['label', 'le label'],
  ['vague', 'la vague'],
  ['pres-de', 'la commune'],
  ['rayon', 'le rayon'],
  ['zone', 'la zone'],
  ['tri', 'le tri'],
  ['page', 'le numéro de page'],
]);

/** What was ignored of the address, without repeating it. */
export const ignoredInWords = ({ key, reason }: IgnoredParameter): string =>
  `${NAMES.get(key) ?? key} (${reason.replaceAll(' :', '\u00A0:')})`;
