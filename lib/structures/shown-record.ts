import { typeset } from '@/lib/french/typography';
import { STRUCTURE_FIELDS } from './fields';
import type { NearbyStructure } from './nearest';
import { PUBLIC_FACTS, type StructureRecord } from './record';

/** Free texts, by the table of fields. */
const setTexts = (record: StructureRecord) =>
  Object.fromEntries(
    PUBLIC_FACTS.flatMap((name) => {
      const text = record[name];
      return STRUCTURE_FIELDS[name].kind === 'text' && typeof text === 'string' ? [[name, typeset(text)]] : [];
    }),
  );

const setName = <Named extends { name: string }>(named: Named): Named => ({ ...named, name: typeset(named.name) });

/** In French print; what machines read keeps the raw texts. */
export const toShownRecord = (record: StructureRecord): StructureRecord => ({
  ...record,
  ...setTexts(record),
  commune: setName(record.commune),
  department: setName(record.department),
  region: setName(record.region),
  sources: record.sources.map((source) => ({ ...source, title: typeset(source.title) })),
});

export const toShownNeighbour = (structure: NearbyStructure): NearbyStructure => ({
  ...setName(structure),
  commune: setName(structure.commune),
});
