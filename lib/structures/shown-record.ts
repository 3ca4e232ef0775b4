import { typeset } from '@/lib/french/typography';
import type { NearbyStructure } from './nearest';
import type { StructureRecord } from './record';

const setText = (text: string | null) => text && typeset(text);

const setName = <Named extends { name: string }>(named: Named): Named => ({ ...named, name: typeset(named.name) });

/** The record as a page writes it: the texts of the table in French print. What machines read keeps the raw ones. */
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

/** A neighbour as a page writes it. */
export const toShownNeighbour = (structure: NearbyStructure): NearbyStructure => ({
  ...setName(structure),
  commune: setName(structure.commune),
});
