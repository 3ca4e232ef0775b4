import { clusterName } from '@/components/map/cluster-name';
import { isSingle, type MapItem } from '@/lib/directory/map-item';
import { TERRITORY_WORDS, type Territory } from '@/lib/domain/territory';
import { formatInteger } from '@/lib/french/numbers';

const SHAPES: Record<Territory, string> = {
  qpv: '<circle class="m-qpv" cx="8" cy="8" r="6"/>',
  rural: '<path class="m-rural" d="M8 .6 15.4 8 8 15.4.6 8z"/>',
  unknown:
    '<circle class="m-halo" cx="8" cy="8" r="7.6"/><circle class="m-unknown" cx="8" cy="8" r="5.2" stroke-width="2.4"/>',
};

const LARGEST_DISC = 40;
/** The thin outer ring of a cluster and the gap before it. */
const OUTER_RING = 4;
/** Half of the least width that is easy to hit with a mouse, in pixels. */
const HIT = 14;

/** The area of the disc grows with the number. */
export const discRadius = (count: number): number => Math.round(Math.min(LARGEST_DISC, 9 + 5 * Math.sqrt(count)));

/** Pixels. */
export const reachOf = (item: MapItem): number =>
  isSingle(item) ? HIT : Math.max(HIT, discRadius(item.count) + OUTER_RING);

/** « La machinerie, Amiens, quartier prioritaire (QPV) » */
export const nameOf = (item: MapItem): string =>
  isSingle(item) ? `${item.name}, ${item.commune}, ${TERRITORY_WORDS[item.territory]}` : clusterName(item);

/** The drawing inside a marker. Nothing in it comes from the data but a number. */
export const faceOf = (item: MapItem): string =>
  isSingle(item)
    ? `<svg class="lm-sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${SHAPES[item.territory]}</svg>`
    : `<span class="lm-disc" style="--radius:${discRadius(item.count)}px">${formatInteger(item.count)}</span>`;

export function classOf(item: MapItem): string {
  if (!isSingle(item)) return 'lm-mark lm-group';
  return `lm-mark lm-single lm-${item.territory}${item.positionPrecision === 'commune' ? ' is-approximate' : ''}`;
}
