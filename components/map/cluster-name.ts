import type { MapCluster } from '@/lib/directory/map-item';
import { formatInteger } from '@/lib/french/numbers';
import { ofPlace } from '@/lib/french/words';
import { placeName } from '@/lib/geography/place-names';

/** « 12 fabriques autour de Limoges », « 30 fabriques autour du Havre ». */
export const clusterName = ({ count, around }: Pick<MapCluster, 'count' | 'around'>): string =>
  `${formatInteger(count)} fabriques autour ${ofPlace(placeName(around))}`;
