import type { StructureRowContent } from '@/components/structures/structure-row';
import type { FacetValue } from '@/lib/directory/facets';
import type { DirectoryFilter, FacetKey } from '@/lib/directory/filter';
import type { MapAnswer } from '@/lib/directory/map-item';
import type { SearchReading } from '@/lib/directory/search-reading';
import type { Box } from '@/lib/geography/degrees';

/** A way out of an empty set: one value less, and how many structures that would give. */
export type Loosening = { label: string; query: string; count: number };

/** What a typed place could not settle. `communes` are the choices, none when nothing answers to that name. */
export type PlaceQuestion = { typed: string; radiusKm: number; communes: { code: string; label: string }[] };

/**
 * All that the directory page shows for one filter, as words and numbers: the server computes it, and the same
 * components write it there and in the browser.
 */
export type DirectoryView = {
  filter: DirectoryFilter;
  heading: string;
  total: number;
  pages: number;
  rows: StructureRowContent[];
  /** Départements are those of the chosen régions, and those chosen. */
  facets: Record<FacetKey, FacetValue[]>;
  /** Slug of the région of each département offered. */
  departmentRegions: Record<string, string>;
  /** Facets whose counts add up to more than the structures, because one may count under several values. */
  countedTwice: FacetKey[];
  /** How a search was read when not as it was written, and the words of it; null after an exact one. */
  reading: { kind: Exclude<SearchReading['kind'], 'exact'>; words: string[] } | null;
  /** Structures that answer everything else but have no position. */
  leftOut: number;
  /** What the address said that was not understood, in words. */
  ignored: string[];
  question: PlaceQuestion | null;
  loosenings: Loosening[];
  /** In an empty set, structures whose territory or label is not known and might belong to it. */
  unknowns: Loosening[];
  map: {
    /** Where it opens, in degrees. */
    box: Box;
    initial: MapAnswer;
    tiles: { url: string; credit: string } | null;
    /** The larger communes of the box, for the map without JavaScript. */
    towns: { name: string; longitude: number; latitude: number; population: number }[];
    /** Of the rows, by id: longitude and latitude in degrees. */
    positions: Record<string, [longitude: number, latitude: number]>;
  };
};
