import type { PlanePoint } from './clip';

/** A minus sign is separator enough. */
const written = (steps: number[]) =>
  steps.map((step, at) => (step < 0 || at === 0 ? String(step) : ` ${step}`)).join('');

/** In whole units: the first point, then steps. Nothing for a line without length. A closed one repeats its first point. */
export function svgPath(points: PlanePoint[], closed: boolean): string {
  const drawn = closed ? points.slice(0, -1) : points;
  const steps = drawn.slice(1).flatMap(([x, y], at) => {
    const [dx, dy] = [x - (drawn[at]?.[0] ?? 0), y - (drawn[at]?.[1] ?? 0)];
    return dx === 0 && dy === 0 ? [] : [dx, dy];
  });
  return steps.length === 0 ? '' : `M${(points[0] ?? []).join(' ')}l${written(steps)}${closed ? 'z' : ''}`;
}

/** The inverse, for the paths that this writes. */
export function readSvgPath(path: string): { points: PlanePoint[]; closed: boolean }[] {
  return [...path.matchAll(/M([^l]+)l([^Mz]+)(z?)/g)].map(([, start = '', steps = '', end]) => {
    const numbers = `${start} ${steps}`.match(/-?\d+/g)?.map(Number) ?? [];
    const points: PlanePoint[] = [];
    let [x, y] = [0, 0];
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      x += numbers[at] ?? 0;
      y += numbers[at + 1] ?? 0;
      points.push([x, y]);
    }
    const closed = end === 'z';
    return { points: closed ? [...points, ...points.slice(0, 1)] : points, closed };
  });
}
