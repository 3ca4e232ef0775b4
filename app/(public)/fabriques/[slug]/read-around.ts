import type { SurroundingsPlan } from '@/components/map/static/surroundings-plan';
import { planRecordMap } from '@/components/structures/record-map';
import { remember } from '@/lib/cache';
import type { Nearby } from '@/lib/structures/nearest';
import { getStructure } from '@/lib/structures/queries';
import { toShownRecord } from '@/lib/structures/shown-record';
import { readSurroundings } from '@/lib/structures/surroundings';

type Around = { nearby: Nearby; map: SurroundingsPlan | null };

/** Finding room for the names costs more than writing the page. The record is read inside, so that what is kept is never of the past. */
export const readAround = (slug: string): Promise<Around> =>
  remember(`around ${slug}`, async () => {
    const found = await getStructure(slug);
    if (!found) return { nearby: { by: 'region', structures: [] }, map: null };
    const record = toShownRecord(found);
    const surroundings = await readSurroundings(record);
    return { nearby: surroundings.nearby, map: planRecordMap(record, surroundings) };
  });
