import {
  canvas,
  type LatLngTuple,
  type Map as LeafletMap,
  type Path,
  type PathOptions,
  polygon,
  polyline,
} from 'leaflet';
import { decodeArea, decodeLines, type MapShapes, SHAPES_JSON } from '@/lib/geography/shapes';

type Colour = 'land' | 'land-near' | 'focusland' | 'line' | 'line-strong' | 'sea-line' | 'ink';
type Style = { fill?: Colour; stroke?: Colour; weight?: number; opacity?: number };

const AREAS: Record<string, Style> = {
  monde: { fill: 'land-near' },
  voisins: { fill: 'land-near' },
  // Stroked in its own colour: the fine inner lines then have no seam of sea under them.
  terre: { fill: 'land', stroke: 'land', weight: 1 },
};
const LINES: Record<string, Style> = {
  frontieres: { stroke: 'line', weight: 0.8 },
  littoral: { stroke: 'sea-line', weight: 0.9 },
  'limites-departements': { stroke: 'line', weight: 0.8 },
  'limites-regions': { stroke: 'line-strong', weight: 1, opacity: 0.85 },
};
const FOCUS: Style = { fill: 'focusland' };
const FOCUS_EDGE: Style = { stroke: 'ink', weight: 1.8 };
const GRATICULE: Style = { stroke: 'sea-line', weight: 0.6, opacity: 0.55 };
const GRATICULE_STEP = 2;
/** West, south, east, north of the seas that the maps of France show. */
const GRATICULE_SEAS = [
  [-16, 36, 16, 56],
  [-66, 0, -46, 20],
  [40, -26, 62, -8],
] as const;

const PANE = 'ground';

const toTuples = (line: number[][]): LatLngTuple[] =>
  line.map(([longitude = 0, latitude = 0]) => [latitude, longitude]);

function graticule(): LatLngTuple[][] {
  const lines: LatLngTuple[][] = [];
  for (const [west, south, east, north] of GRATICULE_SEAS) {
    for (let x = west; x <= east; x += GRATICULE_STEP)
      lines.push([
        [south, x],
        [north, x],
      ]);
    for (let y = south; y <= north; y += GRATICULE_STEP)
      lines.push([
        [y, west],
        [y, east],
      ]);
  }
  return lines;
}

export class GroundLayer {
  readonly #map: LeafletMap;
  readonly #renderer;
  readonly #styles = new Map<Path, Style>();
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #stop = new AbortController();
  #shapes: MapShapes | null = null;
  #focus: string[] = [];
  #focusPaths: Path[] = [];

  constructor(map: LeafletMap) {
    this.#map = map;
    map.createPane(PANE).style.zIndex = '150';
    this.#renderer = canvas({ pane: PANE, padding: 0.5 });
    this.#dark.addEventListener('change', this.#paint);
    void this.#load();
  }

  focusOn(names: string[]): void {
    this.#focus = names;
    const { areas = {} } = this.#shapes ?? {};
    for (const path of this.#focusPaths) {
      path.remove();
      this.#styles.delete(path);
    }
    const shown = names.filter((name) => name in areas);
    this.#focusPaths = [
      ...shown.map((name) => this.#area(name, FOCUS)),
      ...(shown.length > 0 ? this.#limits() : []),
      ...shown.map((name) => this.#area(name, FOCUS_EDGE)),
    ];
  }

  remove(): void {
    this.#stop.abort();
    this.#dark.removeEventListener('change', this.#paint);
  }

  /** Without the shapes there is the sea and the markers, which is still true: nothing is said. */
  async #load(): Promise<void> {
    try {
      const response = await fetch(SHAPES_JSON, { signal: this.#stop.signal });
      if (!response.ok) return;
      const shapes: MapShapes = await response.json();
      if (!this.#stop.signal.aborted) this.#draw(shapes);
    } catch {
      return;
    }
  }

  #draw(shapes: MapShapes): void {
    this.#shapes = shapes;
    this.#line(graticule(), GRATICULE);
    for (const [name, style] of Object.entries(AREAS)) this.#area(name, style);
    this.#limits();
    this.focusOn(this.#focus);
  }

  #limits = (): Path[] =>
    Object.entries(LINES).map(([name, style]) => {
      const { coordinates } = this.#shapes ? decodeLines(this.#shapes, name) : { coordinates: [] };
      return this.#line(coordinates.map(toTuples), style);
    });

  #area(name: string, style: Style): Path {
    const { coordinates } = this.#shapes ? decodeArea(this.#shapes, name) : { coordinates: [] };
    return this.#add(
      polygon(
        coordinates.map((rings) => rings.map(toTuples)),
        this.#options(style),
      ),
      style,
    );
  }

  #line = (lines: LatLngTuple[][], style: Style): Path => this.#add(polyline(lines, this.#options(style)), style);

  #add(path: Path, style: Style): Path {
    this.#styles.set(path, style);
    return path.addTo(this.#map);
  }

  #options({ fill, stroke, weight = 0, opacity = 1 }: Style): PathOptions {
    const tokens = getComputedStyle(this.#map.getContainer());
    const colour = (name: Colour) => tokens.getPropertyValue(`--${name}`).trim();
    return {
      renderer: this.#renderer,
      interactive: false,
      fill: fill !== undefined,
      stroke: stroke !== undefined,
      weight,
      opacity,
      fillOpacity: 1,
      ...(fill && { fillColor: colour(fill) }),
      ...(stroke && { color: colour(stroke) }),
    };
  }

  #paint = (): void => {
    for (const [path, style] of this.#styles) path.setStyle(this.#options(style));
  };
}
