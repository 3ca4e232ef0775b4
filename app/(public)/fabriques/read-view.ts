import type { CommuneQuestion, DirectoryView } from '@/components/directory/directory-view';
import { staticMapZoom } from '@/components/map/static/directory-static-map';
import { toRowContent } from '@/components/structures/row-content';
import { describeSet } from '@/lib/directory/describe';
import { findExtent } from '@/lib/directory/extent';
import { countFacets } from '@/lib/directory/facets';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { countLeftOut } from '@/lib/directory/left-out';
import { type DirectoryPage, listStructuresOrLastPage } from '@/lib/directory/list';
import { locateStructures } from '@/lib/directory/map';
import { toShownMap } from '@/lib/directory/map-item';
import type { IgnoredParameter } from '@/lib/directory/parse-filter';
import { getSettings } from '@/lib/env';
import { listTowns } from '@/lib/geography/commune-search';
import { roundDegrees } from '@/lib/geography/degrees';
import { placeName } from '@/lib/geography/place-names';
import { listDepartments } from '@/lib/geography/queries';
import { listWaves } from '@/lib/waves/queries';
import { findCountedTwice, offerDepartments, orderRegions } from './facet-groups';
import { ignoredInWords } from './ignored-in-words';
import { listLoosenings, listUnknowns } from './loosenings';
import { nameSet } from './named-set';

async function readFacetsView(filter: DirectoryFilter) {
  const [facets, departments] = await Promise.all([countFacets(filter), listDepartments()]);
  const departement = offerDepartments(filter, facets, departments);
  const offered = new Set(departement.map(({ value }) => value));
  const regions = departments.filter(({ code }) => offered.has(code)).map(({ code, regionSlug }) => [code, regionSlug]);
  const { total: _, ...groups } = facets;
  return {
    facets: { ...groups, region: orderRegions(filter, facets), departement },
    departmentRegions: Object.fromEntries(regions) as Record<string, string>,
    countedTwice: findCountedTwice(filter, facets),
  };
}

/** A town whose name has no room leaves it to the next one. */
const MOST_TOWNS_CONSIDERED = 16;

async function readMapView(filter: DirectoryFilter): Promise<Omit<DirectoryView['map'], 'positions'>> {
  const box = await findExtent(filter);
  const { mapTiles } = getSettings();
  const [initial, towns] = await Promise.all([
    locateStructures(filter, box, staticMapZoom(box)),
    listTowns(box, MOST_TOWNS_CONSIDERED),
  ]);
  return {
    box,
    initial: toShownMap(initial),
    towns: towns.map(({ name, longitude, latitude }) => [
      placeName(name),
      roundDegrees(longitude, 4),
      roundDegrees(latitude, 4),
    ]),
    tiles: mapTiles && { url: mapTiles.url, credit: mapTiles.credit },
  };
}

const positionsOf = ({ items }: DirectoryPage): DirectoryView['map']['positions'] =>
  Object.fromEntries(
    items.flatMap(({ id, longitude, latitude }) =>
      longitude === null || latitude === null ? [] : [[id, [longitude, latitude]]],
    ),
  );

const readingOf = ({ reading }: DirectoryPage): DirectoryView['reading'] =>
  reading && reading.kind !== 'exact' ? { kind: reading.kind, words: reading.words } : null;

type Asked = { filter: DirectoryFilter; ignored: IgnoredParameter[]; question: CommuneQuestion | null };

/** The last page when the one asked lies beyond the end. */
export async function readView({ filter, ignored, question }: Asked): Promise<DirectoryView> {
  const [list, vocabulary, leftOut, map, waves, set] = await Promise.all([
    listStructuresOrLastPage(filter),
    readFacetsView(filter),
    countLeftOut(filter),
    readMapView(filter),
    listWaves(),
    nameSet(filter),
  ]);
  const isEmpty = list.total === 0;
  const waveNames = new Map(waves.map(({ id, shortLabel }) => [id, shortLabel]));
  return {
    filter: { ...filter, page: list.page },
    heading: describeSet(list.total, set),
    total: list.total,
    pages: list.pages,
    rows: list.items.map((structure) => toRowContent(structure, waveNames)),
    ...vocabulary,
    reading: readingOf(list),
    leftOut,
    ignored: ignored.map(ignoredInWords),
    question,
    loosenings: isEmpty ? await listLoosenings(filter, vocabulary) : [],
    unknowns: isEmpty ? listUnknowns(filter, vocabulary) : [],
    map: { ...map, positions: positionsOf(list) },
  };
}
