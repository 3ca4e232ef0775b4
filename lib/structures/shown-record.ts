import { typeset } from '@/lib/french/typography';
import type { NearbyStructure } from './nearest';
import type { StructureRecord } from './record';

const setText = (text: string | null) => text && typeset(text);

const setName = <Named extends { name: string }>(named: Named): Named => ({ ...named, name: typeset(named.name) });

/** In French print; what machines read keeps the raw texts. */
export const toShownRecord = (record: StructureRecord): StructureRecord => ({
  ...setName(record),
  officialName: setText(record.officialName),
  commune: setName(record.commune),
  department: setName(record.department),
  region: setName(record.region),
  address: setText(record.address),
  qpvName: setText(record.qpvName),
  description: setText(record.description),
  sources: record.sources.map((source) => ({ ...source, title: typeset(source.title) })),
});

export const toShownNeighbour = (structure: NearbyStructure): NearbyStructure => ({
  ...setName(structure),
  commune: setName(structure.commune),
});
