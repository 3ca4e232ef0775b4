import { directoryHref } from '@/lib/directory/href';
import { listStructures } from '@/lib/directory/list';
import { cleanText } from '@/lib/directory/parse-filter';
import { readDirectoryFilter } from '@/lib/directory/read-filter';
import { suggestCommunes } from '@/lib/geography/commune-search';
import { plainWords } from '@/lib/text/plain-words';

const LONGEST = 100;
const POSTCODE_OR_CODE = /^(?:\d{2,5}|2[ab]\d{3})$/i;

const nearHref = (typed: string) => `/fabriques?lieu=${encodeURIComponent(typed)}`;

/** Near a commune for a postcode or an exact name, else the fabriques of these words, else communes they begin, else likeness. */
export async function findSearchDestination(written: string): Promise<string> {
  const typed = cleanText(written.slice(0, LONGEST));
  if (typed === '') return '/fabriques';
  if (POSTCODE_OR_CODE.test(typed.replaceAll(' ', ''))) return nearHref(typed);

  const [communes, { filter }] = await Promise.all([suggestCommunes(typed), readDirectoryFilter({ q: typed })]);
  const name = plainWords(typed.replaceAll(/\d+/g, ' '));
  const names = communes.map((commune) => plainWords(commune.name));
  if (names.includes(name)) return nearHref(typed);

  const { total, reading } = await listStructures(filter);
  if (total > 0 && reading?.kind === 'exact') return directoryHref(filter);
  const comesNear = names.some((known) => known.startsWith(name)) || (total === 0 && names.length > 0);
  return comesNear ? nearHref(typed) : directoryHref(filter);
}
