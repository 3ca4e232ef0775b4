import { boundsOf, type MapView, project, tenth } from './map-view';

const STEPS_DEGREES = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

type Tick = { degrees: number; at: number };
export type Graduation = { step: number; meridians: Tick[]; parallels: Tick[] };

/** The finest round step, in degrees, whose meridians stand at least so far apart, and where its lines cross the view. */
export function graduate(view: MapView, leastSpacing: number): Graduation {
  const [west, south, east, north] = boundsOf(view);
  const perDegree = view.width / (east - west);
  const step = STEPS_DEGREES.find((candidate) => candidate * perDegree >= leastSpacing) ?? 45;
  return {
    step,
    meridians: multiples(west, east, step).map((degrees) => ({
      degrees,
      at: project(view, { longitude: degrees, latitude: north }).x,
    })),
    parallels: multiples(south, north, step).map((degrees) => ({
      degrees,
      at: project(view, { longitude: west, latitude: degrees }).y,
    })),
  };
}

function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, at) =>
    Number(((first + at) * step).toFixed(4)),
  );
}

/** Solid stretches of a zebra border: those west (or south) of an odd multiple, so that neighbouring maps agree. */
export function zebra(ticks: Tick[], step: number, length: number): [number, number][] {
  const ends = [...ticks].toSorted((a, b) => a.at - b.at);
  const isOdd = (degrees: number) => Math.abs(Math.round(degrees / step)) % 2 === 1;
  const stretches: [number, number][] = [];
  let start = 0;
  ends.forEach(({ degrees, at }, index) => {
    if (isOdd(degrees)) stretches.push([start, at]);
    if (index === ends.length - 1 && !isOdd(degrees)) stretches.push([at, length]);
    start = at;
  });
  return stretches.filter(([from, to]) => to - from > 0.5).map(([from, to]) => [tenth(from), tenth(to)]);
}

const inFrench = (degrees: number): string => String(Math.abs(degrees)).replace('.', ',');

/** « 1,5° E », « 0° », « 61° O ». */
export const longitudeLabel = (degrees: number): string =>
  degrees === 0 ? '0°' : `${inFrench(degrees)}°\u00A0${degrees > 0 ? 'E' : 'O'}`;
export const latitudeLabel = (degrees: number): string =>
  degrees === 0 ? '0°' : `${inFrench(degrees)}°\u00A0${degrees > 0 ? 'N' : 'S'}`;
