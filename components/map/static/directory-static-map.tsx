import type { Box } from '@/lib/directory/filter';
import { isSingle, type MapItem } from '@/lib/directory/map-item';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { SVG_WORLD } from '@/lib/geography/shapes';
import { type HrefOfCluster, ItemLinks, placeItems } from './directory-links';
import { type Drawing, frameViewBox, Neatline, ScaleBar } from './frame';
import { Ground } from './ground';
import { MapLegend } from './map-legend';
import { fitView, isInView, type MapView, project, type Size } from './map-view';

export type DirectoryStaticMapProps = {
  /** The answer of the map for this filter and this box. */
  items: MapItem[];
  /** West, south, east, north shown, in degrees. */
  box: Box;
  /** Structures of the filter, wherever they are: what the frame does not hold is counted under it. */
  total: number;
  /** Structures of the filter that have no position. */
  withoutPosition: number;
  /** Where a cluster leads: the same filter, narrowed to what it holds. */
  clusterHref: HrefOfCluster;
  /** Added to the addresses of records, so that they lead back to these results. */
  recordSuffix?: string;
};

const PLATES: Record<Drawing, Size> = { large: { width: 560, height: 600 }, small: { width: 346, height: 400 } };
const SHRINK: Record<Drawing, number> = { large: 1, small: 0.75 };

const MARGIN = 8;
const TILE = 256;

/** The whole zoom whose cells suit the drawing of this box: ask the map for it, and clusters stand apart. */
export function staticMapZoom(box: Box): number {
  const { scale } = fitView(box, PLATES.large, MARGIN);
  return Math.max(0, Math.floor(Math.log2((scale * SVG_WORLD) / TILE)));
}

const countOf = (items: MapItem[]) => items.reduce((sum, { count }) => sum + count, 0);

/** The map of the directory without JavaScript: clusters and structures are plain links. */
export function DirectoryStaticMap({
  items,
  box,
  total,
  withoutPosition,
  clusterHref,
  recordSuffix = '',
}: DirectoryStaticMapProps) {
  const views = { large: fitView(box, PLATES.large, MARGIN), small: fitView(box, PLATES.small, MARGIN / 2) };
  const shown = items.filter((item) => isInView(views.large, project(views.large, item)));
  const placed = countOf(shown);
  const outside = total - placed - withoutPosition;
  const label = `Carte de ${formatInteger(placed)} ${plural(placed, 'fabrique', 'fabriques')}. Chaque signe est un lien.`;
  const drawn = shown.filter(isSingle).map(({ territory }) => territory);
  return (
    <figure className="plate">
      {(['large', 'small'] as const).map((drawing) => (
        <DirectoryDrawing
          key={drawing}
          drawing={drawing}
          view={views[drawing]}
          label={label}
          items={shown}
          clusterHref={clusterHref}
          recordSuffix={recordSuffix}
        />
      ))}
      <figcaption className="cartouche">
        <MapLegend drawn={[...new Set(drawn)]} />
        <span>
          {shown.length > drawn.length && 'Un disque compte les fabriques voisines et mène à leur liste. '}
          {formatInteger(placed)} sur la carte
          {outside > 0 && `\u202F; ${formatInteger(outside)} hors du cadre`}
          {withoutPosition > 0 && `\u202F; ${formatInteger(withoutPosition)} sans position connue`}.
        </span>
      </figcaption>
    </figure>
  );
}

type DirectoryDrawingProps = {
  drawing: Drawing;
  view: MapView;
  label: string;
  items: MapItem[];
  clusterHref: HrefOfCluster;
  recordSuffix: string;
};

function DirectoryDrawing({ drawing, view, label, items, ...links }: DirectoryDrawingProps) {
  return (
    <svg className={drawing === 'large' ? 'only-l' : 'only-s'} viewBox={frameViewBox(view, drawing)} aria-label={label}>
      <svg width={view.width} height={view.height}>
        <Ground view={view} drawing={drawing} />
        <ItemLinks placed={placeItems(items, view, SHRINK[drawing])} {...links} />
      </svg>
      <ScaleBar view={view} drawing={drawing} />
      <Neatline view={view} drawing={drawing} />
    </svg>
  );
}
