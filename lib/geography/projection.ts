/** Latitude beyond which Web Mercator is not drawn, in degrees (the world is then a square). */
const MAX_LATITUDE = 85.05112878;

/** Metres round the equator of the Web-Mercator sphere. */
const EQUATOR_METRES = 40_075_016.686;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

/** West to east across the world, 0 to 1, from a longitude in degrees. */
export const mercatorX = (longitude: number): number => (longitude + 180) / 360;

/** North to south across the world, 0 to 1, from a latitude in degrees; a latitude beyond the square is brought to its edge. */
export function mercatorY(latitude: number): number {
  const sine = Math.sin(radians(Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude))));
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** Longitude in degrees of a Web-Mercator abscissa (0 to 1). */
export const longitudeAt = (x: number): number => x * 360 - 180;

/** Latitude in degrees of a Web-Mercator ordinate (0 to 1). */
export const latitudeAt = (y: number): number =>
  degrees(2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2);

/** Metres on the ground covered by the whole width of the world (1) at this latitude: Web Mercator stretches northwards. */
export const worldMetresAt = (latitude: number): number => EQUATOR_METRES * Math.cos(radians(latitude));
