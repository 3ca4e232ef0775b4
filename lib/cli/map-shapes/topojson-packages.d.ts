declare module 'topojson-simplify' {
  import type { Topology } from 'topojson-specification';
  /** Gives each point of each arc its weight (area of its triangle) as a third coordinate, and undoes the quantization. */
  export function presimplify(topology: Topology): Topology;
}

declare module 'topojson-server' {
  import type { GeoJSON } from 'geojson';
  import type { Topology } from 'topojson-specification';
  export function topology(objects: Record<string, GeoJSON>): Topology;
}
