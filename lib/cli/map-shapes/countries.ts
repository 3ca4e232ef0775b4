import { presimplify } from 'topojson-simplify';
import type { GeometryObject, Properties, Topology } from 'topojson-specification';
import { type Line, type Ring, withoutRepeats } from '@/lib/geography/clip';
import { toGrid } from './lines';
import { type CountryTopology, countriesFine } from './sources';

const FRANCE = '250';
/** French islands that Natural Earth draws as countries of their own, with their COG code. */
const COLLECTIVITIES: Record<string, string> = { '663': '978', '652': '977' };

/** Half of an island whose other half is French: with the detail of a neighbour it would be nothing but sea. */
const SINT_MAARTEN = '534';

/** Smallest triangle kept, in square degrees: the French coast keeps nearly every point of the source. */
const FRENCH_DETAIL = 0.000_025;
const NEIGHBOUR_DETAIL = 0.001_5;

/** Rings as lists of signed arc indices, as in TopoJSON. */
export type ArcRing = number[];
export type Country = { id: string; polygons: ArcRing[][] };
export type Countries = { arcs: Line[]; countries: Country[] };

export const arcIndex = (signed: number): number => (signed < 0 ? ~signed : signed);

export function ringsOf(geometry: GeometryObject<Properties>): ArcRing[][] {
  if (geometry.type === 'Polygon') return [geometry.arcs];
  return geometry.type === 'MultiPolygon' ? geometry.arcs : [];
}

export function stitch(arcs: Line[], ring: ArcRing): Ring {
  const points = ring.flatMap((signed) => {
    const arc = arcs[arcIndex(signed)] ?? [];
    return signed < 0 ? arc.toReversed() : arc;
  });
  return withoutRepeats(points);
}

export function simplifiedArcs(topology: Topology, detailOf: (arc: number) => number): Line[] {
  return presimplify(topology).arcs.map((arc, at) => {
    const detail = detailOf(at);
    const kept = arc.filter((point, i) => i === 0 || i === arc.length - 1 || (point[2] ?? 0) >= detail);
    return withoutRepeats(kept.map(toGrid));
  });
}

export function simplifiedCountries(): Countries {
  const source: CountryTopology = countriesFine();
  const countries = source.objects.countries.geometries.map((geometry) => ({
    id: String(geometry.id ?? ''),
    polygons: ringsOf(geometry),
  }));
  const detailed = new Set(countries.filter(isDetailed).flatMap(({ polygons }) => polygons.flat(2).map(arcIndex)));
  const arcs = simplifiedArcs(source, (arc) => (detailed.has(arc) ? FRENCH_DETAIL : NEIGHBOUR_DETAIL));
  return { arcs, countries };
}

export const isFrance = ({ id }: Country): boolean => id === FRANCE;
export const collectivityCode = ({ id }: Country): string | undefined => COLLECTIVITIES[id];
export const isFrench = (country: Country): boolean => isFrance(country) || collectivityCode(country) !== undefined;
const isDetailed = (country: Country): boolean => isFrench(country) || country.id === SINT_MAARTEN;
