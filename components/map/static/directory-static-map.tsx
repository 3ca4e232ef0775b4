import type { ReactNode } from 'react';
import { isSingle, type MapItem } from '@/lib/directory/map-item';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import type { Box } from '@/lib/geography/degrees';
import { SVG_WORLD } from '@/lib/geography/shapes';
import { type HrefOfCluster, ItemLinks, placeItems } from './directory-links';
import { frameViewBox, Neatline, ScaleBar } from './frame';
import { Ground, type Territory } from './ground';
import { boxAround } from './lettering';
import { MapLegend } from './map-legend';
import type { Town } from './map-point';
import { fitView, isInView, type MapView, project } from './map-view';
import { placeTowns, TownNames } from './town-names';

type DirectoryStaticMapProps = {
  items: MapItem[];
  box: Box;
  /** What the frame does not hold is counted under it. */
  total: number;
  withoutPosition: number;
  clusterHref: HrefOfCluster;
  focus?: readonly Territory[];
  towns?: readonly Town[];
  children?: ReactNode;
};

const PLATE = { width: 560, height: 600 };

const MARGIN = 8;
const TILE = 256;

/** The whole zoom whose cells suit the drawing of this box: ask the map for it, and clusters stand apart. */
export function staticMapZoom(box: Box): number {
  const { scale } = fitView(box, PLATE, MARGIN);
  return Math.max(0, Math.floor(Math.log2((scale * SVG_WORLD) / TILE)));
}

const countOf = (items: MapItem[]) => items.reduce((sum, { count }) => sum + count, 0);

export function DirectoryStaticMap(props: DirectoryStaticMapProps) {
  const { items, box, total, withoutPosition, children, ...plate } = props;
  const view = fitView(box, PLATE, MARGIN);
  const shown = items.filter((item) => isInView(view, project(view, item)));
  const shownCount = countOf(shown);
  const outside = total - shownCount - withoutPosition;
  const label = `Carte de ${formatInteger(shownCount)} ${plural(shownCount, 'fabrique', 'fabriques')}. Chaque signe est un lien.`;
  const drawn = shown.filter(isSingle).map(({ territory }) => territory);
  return (
    <figure className="plate">
      <DirectoryDrawing view={view} label={label} items={shown} {...plate} />
      <figcaption className="cartouche">
        <MapLegend drawn={[...new Set(drawn)]} />
        <span>
          {shown.length > drawn.length && 'Un disque compte les fabriques voisines et mène à leur liste. '}
          {formatInteger(shownCount)} sur la carte
          {outside > 0 && `\u202F; ${formatInteger(outside)} hors du cadre`}
          {withoutPosition > 0 && `\u202F; ${formatInteger(withoutPosition)} sans position connue`}.
        </span>
        {children}
      </figcaption>
    </figure>
  );
}

const MOST_TOWNS = 12;

type DirectoryDrawingProps = Omit<DirectoryStaticMapProps, 'box' | 'total' | 'withoutPosition' | 'children'> & {
  view: MapView;
  label: string;
};

function DirectoryDrawing(props: DirectoryDrawingProps) {
  const { view, label, items, clusterHref, focus = [], towns = [] } = props;
  const placed = placeItems(items, view);
  const taken = [
    { x: 10, y: view.height - 36, width: 180, height: 30 },
    ...placed.map((item) => boxAround(item, item.radius)),
  ];
  return (
    <svg viewBox={frameViewBox(view)} aria-label={label}>
      <svg className={focus.length > 0 ? 'm-onfocus' : undefined} width={view.width} height={view.height}>
        <Ground view={view} focus={focus} />
        <TownNames className="m-wide" towns={placeTowns(view, towns, taken, MOST_TOWNS)} />
        <ItemLinks placed={placed} clusterHref={clusterHref} />
      </svg>
      <ScaleBar view={view} />
      <Neatline view={view} />
    </svg>
  );
}
