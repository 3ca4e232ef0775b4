import { listRegions, namesOfCommunes } from '@/lib/geography/queries';
import type { JournalEntry } from './queries';

type Told = Pick<JournalEntry, 'before' | 'after'>;

export async function areaNamesIn(entries: readonly Told[]): Promise<ReadonlyMap<string, string>> {
  const codes = entries.flatMap(({ before, after }) =>
    [before?.communeCode, after?.communeCode].filter((code) => typeof code === 'string'),
  );
  const [regions, communes] = await Promise.all([listRegions(), namesOfCommunes(codes)]);
  return new Map([...regions.map(({ code, name }): [string, string] => [code, name]), ...communes]);
}
