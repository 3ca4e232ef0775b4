import { toApiCommune } from '@/lib/api/communes';
import { apiRoute, queryOf, refusal } from '@/lib/api/route';
import { readBbox } from '@/lib/directory/map-request';
import { listTowns, suggestCommunes } from '@/lib/geography/commune-search';
import { plainWords } from '@/lib/text/plain-words';

const MAX_TOWNS = 24;
/** Longer than any commune with its postcode. */
const MAX_TYPED = 80;

/** Communes for a name, a postcode or a code (`q`), or the most populous ones inside a box of degrees (`zone`). */
export const GET = apiRoute('/api/v1/communes', async (request) => {
  const query = queryOf(request);
  const [q] = query.getAll('q');
  const [zone] = query.getAll('zone');
  if (q !== undefined) {
    const typed = q.slice(0, MAX_TYPED);
    return {
      key: `communes ${plainWords(typed)}`,
      read: async () => ({ items: (await suggestCommunes(typed)).map(toApiCommune) }),
    };
  }
  const box = zone === undefined ? null : readBbox(zone);
  if (zone === undefined) return refusal([{ key: 'q', reason: 'un nom de commune ou un code postal est attendu' }]);
  if (!box) return refusal([{ key: 'zone', reason: 'quatre nombres de degrés : ouest,sud,est,nord' }]);
  return { key: `towns ${box.join(',')}`, read: async () => ({ items: await listTowns(box, MAX_TOWNS) }) };
});
