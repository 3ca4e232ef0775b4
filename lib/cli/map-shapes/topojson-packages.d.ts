declare module 'topojson-simplify' {
  import type { Topology } from 'topojson-specification';
  /** A third coordinate is the weight of each point (area of its triangle); undoes the quantization. */
  export function presimplify(topology: Topology): Topology;
}

declare module 'topojson-server' {
  import type { GeoJSON } from 'geojson';
  import type { Topology } from 'topojson-specification';
  export function topology(objects: Record<string, GeoJSON>): Topology;
}
