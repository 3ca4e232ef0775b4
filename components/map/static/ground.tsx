import type { ReactNode } from 'react';
import type { GroundPaths } from '@/lib/geography/ground';
import { departmentShapeHref, layerHref, regionShapeHref } from '@/lib/geography/shapes';
import { Graticule } from './frame';
import type { MapView } from './map-view';

export type Territory = { level: 'region' | 'departement'; code: string };

const territoryShapeHref = ({ level, code }: Territory): string =>
  level === 'region' ? regionShapeHref(code) : departmentShapeHref(code);

export function WorldGroup({ view, children }: { view: MapView; children: ReactNode }) {
  return <g transform={`scale(${view.scale})translate(${-view.left} ${-view.top})`}>{children}</g>;
}

type GroundProps = {
  view: MapView;
  focus?: readonly Territory[];
  children?: ReactNode;
  /** On a phone a drawing of France has no room for départements. */
  wideDepartments?: boolean;
};

export function Ground(props: GroundProps) {
  const { view, focus = [], children, wideDepartments = false } = props;
  return (
    <g>
      <rect className="m-sea" width={view.width} height={view.height} />
      <Graticule view={view} />
      <WorldGroup view={view}>
        <use className="m-nei" href={layerHref('voisins')} />
        <use className="m-land" href={layerHref('terre')} />
        {focus.map((area) => (
          <use key={territoryShapeHref(area)} className="m-focus" href={territoryShapeHref(area)} />
        ))}
        <use className={wideDepartments ? 'm-dep m-wide' : 'm-dep'} href={layerHref('limites-departements')} />
        <use className="m-regl" href={layerHref('limites-regions')} />
        <use className="m-border" href={layerHref('frontieres')} />
        {children}
        {focus.map((area) => (
          <use key={territoryShapeHref(area)} className="m-focusline" href={territoryShapeHref(area)} />
        ))}
      </WorldGroup>
    </g>
  );
}

function GroundPath({ className, data }: { className: string; data: string }) {
  return data !== '' && <path className={className} vectorEffect="non-scaling-stroke" d={data} />;
}

/** Cut to what is seen: the land of a town need not be the whole of France. */
export function GroundAround({ view, ground }: { view: MapView; ground: GroundPaths }) {
  return (
    <g>
      <rect className="m-sea" width={view.width} height={view.height} />
      <Graticule view={view} />
      <WorldGroup view={view}>
        <defs>
          <path id="terre" vectorEffect="non-scaling-stroke" d={ground.terre} />
        </defs>
        <GroundPath className="m-nei" data={ground.voisins} />
        <use className="m-land m-focus" href="#terre" />
        <GroundPath className="m-dep" data={ground['limites-departements']} />
        <GroundPath className="m-regl" data={ground['limites-regions']} />
        <GroundPath className="m-border" data={ground.frontieres} />
        <use className="m-focusline" href="#terre" />
      </WorldGroup>
    </g>
  );
}
