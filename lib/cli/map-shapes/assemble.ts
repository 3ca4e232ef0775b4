import type { FeatureCollection, MultiLineString, MultiPolygon } from 'geojson';
import { mergeArcs, meshArcs } from 'topojson-client';
import { topology as buildTopology } from 'topojson-server';
import type { MultiPolygon as ArcPolygons, GeometryObject, Properties, Topology } from 'topojson-specification';
import type { Line, Ring } from '@/lib/geography/clip';
import type { MapShapes } from '@/lib/geography/shapes';
import { ringsOf } from './countries';
import type { Department } from './departments';
import { GRID_PER_DEGREE, type GridPoint } from './lines';
import type { Surroundings } from './surroundings';

const mutable = (all: readonly (readonly GridPoint[])[]): number[][][] =>
  all.map((line) => line.map(([x, y]) => [x, y]));
const polygons = (areas: Ring[][]): MultiPolygon => ({ type: 'MultiPolygon', coordinates: areas.map(mutable) });
const lines = (all: Line[]): MultiLineString => ({ type: 'MultiLineString', coordinates: mutable(all) });

export function assembleShapes(departments: Department[], around: Surroundings): MapShapes {
  const collection: FeatureCollection<MultiPolygon> = {
    type: 'FeatureCollection',
    features: departments.map((department) => ({
      type: 'Feature',
      properties: {},
      geometry: polygons(department.polygons),
    })),
  };
  const topology = buildTopology({
    departements: collection,
    monde: polygons(around.world),
    voisins: polygons(around.neighbours),
    littoral: lines(around.coasts),
    frontieres: lines(around.borders),
  });
  return {
    unitsPerDegree: GRID_PER_DEGREE,
    arcs: topology.arcs.map(asSteps),
    areas: {
      monde: areaOf(topology.objects['monde']),
      voisins: areaOf(topology.objects['voisins']),
      ...territoryAreas(topology, departments),
    },
    lines: {
      littoral: linesOf(topology.objects['littoral']),
      frontieres: linesOf(topology.objects['frontieres']),
      ...innerLimits(topology, departments),
    },
  };
}

/** First point, then steps: small numbers compress well. */
function asSteps(arc: number[][]): number[] {
  return arc.flatMap((point, at) => {
    const from = arc[at - 1] ?? [0, 0];
    return [(point[0] ?? 0) - (from[0] ?? 0), (point[1] ?? 0) - (from[1] ?? 0)];
  });
}

const areaOf = (object: GeometryObject<Properties> | undefined) => (object === undefined ? [] : ringsOf(object));
const linesOf = (object: GeometryObject<Properties> | undefined) =>
  object?.type === 'MultiLineString' ? object.arcs : [];

function departmentAreas(topology: Topology): ArcPolygons[] {
  const object = topology.objects['departements'];
  const geometries = object?.type === 'GeometryCollection' ? object.geometries : [];
  return geometries.map((geometry) => ({ type: 'MultiPolygon', arcs: ringsOf(geometry) }));
}

function territoryAreas(topology: Topology, departments: Department[]): MapShapes['areas'] {
  const areas = departmentAreas(topology);
  const merge = (keep: (department: Department) => boolean) =>
    mergeArcs(
      topology,
      areas.filter((_, at) => departments.slice(at, at + 1).some(keep)),
    ).arcs;
  const regions = [...new Set(departments.map(({ region }) => region))].toSorted();
  return {
    terre: merge(() => true),
    ...Object.fromEntries(regions.map((code) => [`region-${code}`, merge(({ region }) => region === code)])),
    ...Object.fromEntries(departments.map(({ code }, at) => [`departement-${code}`, areas[at]?.arcs ?? []])),
  };
}

function innerLimits(topology: Topology, departments: Department[]): MapShapes['lines'] {
  const areas = departmentAreas(topology);
  const regionOf = new Map<GeometryObject, string | undefined>(
    areas.map((area, at) => [area, departments[at]?.region]),
  );
  const limits = (sameRegion: boolean) =>
    meshArcs(
      topology,
      { type: 'GeometryCollection', geometries: areas },
      (a, b) => a !== b && (regionOf.get(a) === regionOf.get(b)) === sameRegion,
    ).arcs;
  return { 'limites-departements': limits(true), 'limites-regions': limits(false) };
}
