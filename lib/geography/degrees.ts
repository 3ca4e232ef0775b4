/** West, south, east, north in degrees WGS 84. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Degrees WGS 84. */
export type Coordinates = { longitude: number; latitude: number };

/** 4 in addresses (about 10 m), 5 for stored positions (about 1 m). */
export const roundDegrees = (degrees: number, decimals: 4 | 5): number =>
  Math.round(degrees * 10 ** decimals) / 10 ** decimals;
