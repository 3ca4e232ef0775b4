import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Box, boxOf, clipLine, clipRing, meet } from './clip';
import { type GroundLayer, SHAPES_SVG } from './shapes';
import { readSvgPath, svgPath } from './svg-path';

/** The data of an SVG path for each layer, empty where there is none of it. */
export type GroundPaths = Record<GroundLayer, string>;

type Subpath = ReturnType<typeof readSvgPath>[number] & { box: Box };
let layers: Record<GroundLayer, Subpath[]> | undefined;

function readLayers(): Record<GroundLayer, Subpath[]> {
  const svg = readFileSync(path.join(process.cwd(), 'public', SHAPES_SVG), 'utf8');
  const read = (layer: GroundLayer) =>
    readSvgPath(new RegExp(`<path id="${layer}"[^>]* d="([^"]+)"`).exec(svg)?.[1] ?? '').map((subpath) => ({
      ...subpath,
      box: boxOf(subpath.points),
    }));
  return mapLayers(read);
}

const mapLayers = <T>(make: (layer: GroundLayer) => T): Record<GroundLayer, T> => ({
  voisins: make('voisins'),
  terre: make('terre'),
  frontieres: make('frontieres'),
  'limites-departements': make('limites-departements'),
  'limites-regions': make('limites-regions'),
});

function cut({ points, closed }: Subpath, window: Box): string {
  if (!closed)
    return clipLine(points, window)
      .map((line) => svgPath(line, false))
      .join('');
  const ring = clipRing(points, window);
  return ring === undefined ? '' : svgPath(ring, true);
}

/** Of the map of France, what is seen in a window given in units of SVG_WORLD: a few hundred bytes for a town. */
export function groundWithin(window: Box): GroundPaths {
  layers ??= readLayers();
  const all = layers;
  return mapLayers((layer) =>
    all[layer]
      .filter(({ box }) => meet(box, window))
      .map((subpath) => cut(subpath, window))
      .join(''),
  );
}
