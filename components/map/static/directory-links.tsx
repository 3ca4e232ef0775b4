import { clusterName } from '@/components/map/cluster-name';
import { isSingle, type MapCluster, type MapItem, type MapSingle } from '@/lib/directory/map-item';
import { recordHref } from '@/lib/domain/public-href';
import { formatInteger } from '@/lib/french/numbers';
import { type MapView, type Point, project, tenth } from './map-view';
import { spread } from './spread';
import { MapSymbol } from './territory-symbol';

export type HrefOfCluster = (cluster: MapCluster) => string;

/** Its surface grows with its number, up to 44. */
const clusterRadius = (count: number): number => Math.min(44, 11 + 5 * Math.sqrt(count));

type PlacedItem = Point & { radius: number; item: MapItem };

const SYMBOL_SIZE = 15;
/** On a phone still most of the smallest target that a finger should have. */
const HIT_RADIUS = 18;

export function placeItems(items: MapItem[], view: MapView): PlacedItem[] {
  const discs = items.map((item) => ({
    ...project(view, item),
    item,
    radius: isSingle(item) ? HIT_RADIUS : clusterRadius(item.count) + 2,
  }));
  return spread(discs, view);
}

type ItemLinksProps = { placed: PlacedItem[]; clusterHref: HrefOfCluster };

export function ItemLinks({ placed, clusterHref }: ItemLinksProps) {
  return placed.map(({ item, ...disc }) =>
    isSingle(item) ? (
      <SingleLink key={item.slug} single={item} {...disc} />
    ) : (
      <ClusterLink key={`${item.longitude} ${item.latitude}`} cluster={item} href={clusterHref(item)} {...disc} />
    ),
  );
}

function ClusterLink({ cluster, href, x, y, radius }: Point & { radius: number; cluster: MapCluster; href: string }) {
  const [cx, cy] = [tenth(x), tenth(y)];
  return (
    <a className="m-cluster" href={href} aria-label={clusterName(cluster)}>
      <title>{clusterName(cluster)}</title>
      <circle cx={cx} cy={cy} r={tenth(radius - 2)} />
      <circle className="halo" cx={cx} cy={cy} r={tenth(radius)} />
      <text x={cx} y={cy}>
        {formatInteger(cluster.count)}
      </text>
    </a>
  );
}

type SingleLinkProps = Point & { radius: number; single: MapSingle };

function SingleLink({ single, x, y, radius }: SingleLinkProps) {
  const name = `${single.name}, ${single.commune}`;
  return (
    <a href={recordHref(single.slug)} aria-label={name}>
      <title>{name}</title>
      <circle className="m-hit" cx={tenth(x)} cy={tenth(y)} r={tenth(radius)} />
      <MapSymbol territory={single.territory} x={x} y={y} size={SYMBOL_SIZE} />
    </a>
  );
}
