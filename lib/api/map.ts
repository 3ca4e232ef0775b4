import { toUrlValue } from '@/lib/directory/filter';
import { isSingle, type MapAnswer } from '@/lib/directory/map-item';
import { TERRITORIES, type Territory } from '@/lib/domain/territory';
import type { ApiAnswer } from './answers';

/** Safe in a browser: no schema, no database. */

export type ApiMap = ApiAnswer<'/api/v1/carte'>;

export const toApiMap = ({ items, ...answer }: MapAnswer): ApiMap => ({
  ...answer,
  items: items.map((item) => (isSingle(item) ? { ...item, territory: toUrlValue(item.territory) } : item)),
});

export const territoryOf = (value: string): Territory =>
  TERRITORIES.find((territory) => toUrlValue(territory) === value) ?? 'unknown';

/** The inverse of `toApiMap`, for the map of the site, which reads the same API as everyone. */
export const fromApiMap = ({ items, ...answer }: ApiMap): MapAnswer => ({
  ...answer,
  items: items.map((item) => ('territory' in item ? { ...item, territory: territoryOf(item.territory) } : item)),
});
