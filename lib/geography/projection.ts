/** Degrees: the world is then a square. */
const MAX_LATITUDE = 85.05112878;

const EQUATOR_METRES = 40_075_016.686;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

/** 0 to 1. */
export const mercatorX = (longitude: number): number => (longitude + 180) / 360;

/** North to south, 0 to 1; a latitude beyond the square is brought to its edge. */
export function mercatorY(latitude: number): number {
  const sine = Math.sin(radians(Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude))));
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

export const longitudeAt = (x: number): number => x * 360 - 180;

export const latitudeAt = (y: number): number =>
  degrees(2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2);

/** Of the whole width of the world (1): Web Mercator stretches northwards. */
export const worldMetresAt = (latitude: number): number => EQUATOR_METRES * Math.cos(radians(latitude));
