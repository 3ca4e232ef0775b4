import type { MapPoint } from '@/components/map/static/map-point';
import type { Laureate } from '@/lib/figures/laureates';
import { typeset } from '@/lib/french/typography';

export function toMapPoints(laureates: readonly Laureate[]): MapPoint[] {
  const once = new Map(laureates.map((laureate) => [laureate.number, laureate]));
  return [...once.values()].flatMap(({ number, longitude, latitude, positionPrecision, ...laureate }) =>
    longitude === null || latitude === null || positionPrecision === null
      ? []
      : [
          {
            slug: laureate.slug,
            name: typeset(laureate.name),
            commune: typeset(laureate.commune),
            territory: laureate.territory,
            positionPrecision,
            longitude,
            latitude,
            key: number,
          },
        ],
  );
}
