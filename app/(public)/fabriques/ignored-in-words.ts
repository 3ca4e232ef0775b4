import { addressKey, FILTER_KEYS, FILTERS } from '@/lib/directory/filter';
import type { IgnoredParameter } from '@/lib/directory/parse-filter';

const OTHERS: Readonly<Record<string, string>> = { rayon: 'le rayon', tri: 'le tri', page: 'le numéro de page' };

const NAMES = new Map([
  ...FILTER_KEYS.map((key): [string, string] => [addressKey(key), FILTERS[key].name]),
  ...Object.entries(OTHERS),
]);

/** Named, never repeated. */
export const ignoredInWords = ({ key, reason }: IgnoredParameter): string =>
  `${NAMES.get(key) ?? key} (${reason.replaceAll(' :', '\u00A0:')})`;
