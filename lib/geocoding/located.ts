export type Asked = { address: string | null; communeCode: string };

/** Degrees WGS 84; the score goes from 0 (a guess) to 1. */
export type Located = {
  longitude: number;
  latitude: number;
  precision: 'address' | 'commune';
  score: number;
  source: 'geoplateforme' | 'commune_table';
};

/** Null for an address that it does not know. Throws when it does not answer. */
export type Geocoder = (asked: Asked) => Promise<Located | null>;
