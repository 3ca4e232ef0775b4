import type { StructureRowContent } from '@/components/structures/structure-row';
import type { FacetValue } from '@/lib/directory/facets';
import type { DirectoryFilter, FacetKey } from '@/lib/directory/filter';
import type { MapAnswer } from '@/lib/directory/map-item';
import type { SearchReading } from '@/lib/directory/search-reading';
import type { Box } from '@/lib/geography/degrees';

export type Loosening = { label: string; query: string; count: number };

/** `communes`: the choices, none when nothing answers to what was typed. */
export type CommuneQuestion = { typed: string; radiusKm: number; communes: { code: string; label: string }[] };

export type DirectoryView = {
  filter: DirectoryFilter;
  heading: string;
  total: number;
  pages: number;
  rows: StructureRowContent[];
  facets: Record<FacetKey, FacetValue[]>;
  departmentRegions: Record<string, string>;
  countedTwice: FacetKey[];
  /** How a search was read when not as it was written, and the words of it; null after an exact one. */
  reading: { kind: Exclude<SearchReading['kind'], 'exact'>; words: string[] } | null;
  leftOut: number;
  ignored: string[];
  question: CommuneQuestion | null;
  loosenings: Loosening[];
  unknowns: Loosening[];
  map: {
    /** Where the map opens, in degrees. */
    box: Box;
    initial: MapAnswer;
    tiles: { url: string; credit: string } | null;
    /** For the map without JavaScript, the largest first. The browser never reads them: they are written short. */
    towns: [name: string, longitude: number, latitude: number][];
    positions: Record<string, [longitude: number, latitude: number]>;
  };
};
