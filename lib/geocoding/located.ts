export type Asked = { address: string | null; communeCode: string };

/** Where an address is. Degrees WGS 84; the score goes from 0 (a guess) to 1. */
export type Located = {
  longitude: number;
  latitude: number;
  precision: 'address' | 'commune';
  score: number;
  source: 'geoplateforme' | 'commune_table';
};

/** Finds places for addresses; null when it knows none. Throws when it does not answer. */
export type Geocoder = (asked: Asked) => Promise<Located | null>;
