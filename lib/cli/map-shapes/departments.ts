import { type Line, type Ring, samePoint, withoutRepeats } from '@/lib/geography/clip';
import {
  type ArcRing,
  arcIndex,
  type Countries,
  collectivityCode,
  isFrance,
  ringsOf,
  simplifiedArcs,
  stitch,
} from './countries';
import { snapJunctions, splitRing } from './junctions';
import { distance, type GridPoint, isInside, lineLength, pointKey, toGrid } from './lines';
import { departmentOutlines, type Prefecture, prefectures } from './sources';

/** Each polygon is its outer ring, then its holes. */
export type Department = { code: string; region: string; polygons: Ring[][] };

/** Inner lines lose the stairs of the source's grid (0.9 km); round Paris, where all is small, they keep more. */
const INNER_DETAIL = 0.000_18;
const SHORT_LINE_DETAIL = 0.000_04;
const SHORT_LINE = 300;

type Outline = { code: string; region: string; polygons: ArcRing[][] };

const isOverseas = (point: GridPoint | undefined): boolean => point === undefined || Math.abs(point[0]) > 20_000;

/** Inner lines of the outlines, coast and border of `world`, into whose arcs the points where both meet are written. */
export function buildDepartments(world: Countries): Department[] {
  const source = departmentOutlines();
  const raw = simplifiedArcs(source, () => 0);
  const outlines = nameOutlines(raw, source.objects.fra.geometries.map(ringsOf));
  const uses = new Map<number, number>();
  const inFrance = outlines.filter(({ polygons }) => !isOverseas(stitch(raw, polygons[0]?.[0] ?? [])[0]));
  for (const arc of inFrance.flatMap(({ polygons }) => polygons.flat(2).map(arcIndex))) {
    uses.set(arc, (uses.get(arc) ?? 0) + 1);
  }
  const isInner = (signed: number) => (uses.get(arcIndex(signed)) ?? 0) > 1;
  const snapped = snapJunctions(world, junctionsOf(raw, uses));
  const inner = simplifiedArcs(source, (arc) =>
    lineLength(raw[arc] ?? []) < SHORT_LINE ? SHORT_LINE_DETAIL : INNER_DETAIL,
  ).map((arc) => moveEnds(arc, snapped));
  const coast = world.countries
    .filter(isFrance)
    .flatMap(({ polygons }) => polygons.map((rings) => stitch(world.arcs, rings[0] ?? [])));
  const onCoast = new Set([...snapped.values()].map(pointKey));
  const mainRings = coast.filter((ring) => ring.some((point) => onCoast.has(pointKey(point))));
  const departments = inFrance.map((outline) => ({
    code: outline.code,
    region: outline.region,
    polygons: redraw(outline, { raw, inner, isInner, snapped, mainRings }),
  }));
  const islands = coast.filter((ring) => !mainRings.includes(ring));
  return [...addIslands(departments, outlines, raw, islands), ...collectivities(world)].toSorted((a, b) =>
    a.code < b.code ? -1 : 1,
  );
}

/** The préfecture whose centre it holds; on a coast, the nearest one left. */
function nameOutlines(arcs: Line[], outlines: ArcRing[][][]): Outline[] {
  const shapes = outlines.map((polygons) => ({ polygons, rings: polygons.flat().map((ring) => stitch(arcs, ring)) }));
  const named: Outline[] = [];
  const left: Prefecture[] = [];
  const take = ({ department, region }: Prefecture, at: number) => {
    const [shape] = shapes.splice(at, 1);
    if (shape !== undefined) named.push({ code: department, region, polygons: shape.polygons });
  };
  for (const prefecture of prefectures()) {
    const at = shapes.findIndex(({ rings }) => isInside(rings, toGrid(prefecture.position)));
    if (at < 0) left.push(prefecture);
    else take(prefecture, at);
  }
  for (const prefecture of left) {
    const away = shapes.map(({ rings }) =>
      Math.min(...rings.flat().map((point) => distance(point, toGrid(prefecture.position)))),
    );
    take(prefecture, away.indexOf(Math.min(...away)));
  }
  return named;
}

function junctionsOf(arcs: Line[], uses: Map<number, number>): GridPoint[] {
  const ends = (wanted: (count: number) => boolean) =>
    [...uses]
      .filter(([, count]) => wanted(count))
      .flatMap(([arc]) => [arcs[arc]?.[0], arcs[arc]?.at(-1)])
      .filter((end) => end !== undefined);
  const outer = new Set(ends((count) => count === 1).map(pointKey));
  const both = ends((count) => count > 1).filter((end) => outer.has(pointKey(end)));
  return [...new Map(both.map((end) => [pointKey(end), end])).values()];
}

function moveEnds(arc: Line, snapped: Map<string, GridPoint>): Line {
  return withoutRepeats(
    arc.map((point, at) => (at === 0 || at === arc.length - 1 ? (snapped.get(pointKey(point)) ?? point) : point)),
  );
}

type Redraw = {
  raw: Line[];
  inner: Line[];
  isInner: (signed: number) => boolean;
  snapped: Map<string, GridPoint>;
  mainRings: Ring[];
};

/** Islands come from the finer source. */
function redraw(outline: Outline, context: Redraw): Ring[][] {
  return outline.polygons.flatMap((rings) => {
    const drawn = rings.filter((ring) => ring.some(context.isInner)).map((ring) => redrawRing(ring, context));
    return drawn.length > 0 ? [drawn] : [];
  });
}

function redrawRing(ring: ArcRing, { raw, inner, isInner, snapped, mainRings }: Redraw): Ring {
  const turn = ring.findIndex((signed, at) => isInner(signed) && !isInner(ring[(at + 1) % ring.length] ?? signed));
  const ordered = [...ring.slice(turn + 1), ...ring.slice(0, turn + 1)];
  const points: Line = [];
  let run: ArcRing = [];
  for (const signed of ordered) {
    if (!isInner(signed)) {
      run.push(signed);
      continue;
    }
    if (run.length > 0) points.push(...finerRun(stitch(raw, run), snapped, mainRings));
    run = [];
    points.push(...stitch(inner, [signed]));
  }
  const closed = withoutRepeats(points);
  const first = closed[0];
  return first === undefined || samePoint(first, closed.at(-1) ?? first) ? closed : [...closed, first];
}

function finerRun(coarse: Line, snapped: Map<string, GridPoint>, mainRings: Ring[]): Line {
  const [from, to] = [coarse[0], coarse.at(-1)].map((end) => (end === undefined ? end : snapped.get(pointKey(end))));
  if (from === undefined || to === undefined) throw new Error('A run of coast does not end at a junction.');
  const wanted = lineLength(coarse);
  const ways = mainRings.flatMap((ring) => splitRing(ring, from, to));
  const best = ways.toSorted((a, b) => Math.abs(lineLength(a) - wanted) - Math.abs(lineLength(b) - wanted))[0];
  if (best === undefined) throw new Error('Two ends of one coast lie on different shores.');
  return best;
}

function addIslands(departments: Department[], outlines: Outline[], raw: Line[], islands: Ring[]): Department[] {
  const shores = outlines.map(({ code, region, polygons }) => ({
    code,
    region,
    points: polygons.flat().flatMap((ring) => stitch(raw, ring)),
  }));
  const all = new Map(departments.map((department) => [department.code, department]));
  for (const island of islands) {
    const away = shores.map(({ points }) => Math.min(...points.map((point) => distance(point, island[0]))));
    const nearest = shores[away.indexOf(Math.min(...away))];
    if (nearest === undefined) continue;
    const { code, region } = nearest;
    const department = all.get(code) ?? { code, region, polygons: [] };
    all.set(code, { ...department, polygons: [...department.polygons, [island]] });
  }
  return [...all.values()];
}

function collectivities(world: Countries): Department[] {
  return world.countries.flatMap((country) => {
    const code = collectivityCode(country);
    return code === undefined
      ? []
      : [
          {
            code,
            region: code,
            polygons: country.polygons.map((rings) => rings.map((ring) => stitch(world.arcs, ring))),
          },
        ];
  });
}
