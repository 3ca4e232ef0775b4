import type { ReactNode } from 'react';
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
  wholeFrance?: boolean;
  children?: ReactNode;
  /** On a phone a drawing of France has no room for départements. */
  wideDepartments?: boolean;
};

export function Ground(props: GroundProps) {
  const { view, focus = [], wholeFrance = false, children, wideDepartments = false } = props;
  return (
    <g>
      <rect className="m-sea" width={view.width} height={view.height} />
      <Graticule view={view} />
      <WorldGroup view={view}>
        <use className="m-nei" href={layerHref('voisins')} />
        <use className={wholeFrance ? 'm-land m-focus' : 'm-land'} href={layerHref('terre')} />
        {focus.map((area) => (
          <use key={territoryShapeHref(area)} className="m-focus" href={territoryShapeHref(area)} />
        ))}
        <use className={wideDepartments ? 'm-dep m-wide' : 'm-dep'} href={layerHref('limites-departements')} />
        <use className="m-regl" href={layerHref('limites-regions')} />
        <use className="m-border" href={layerHref('frontieres')} />
        {children}
        {wholeFrance && <use className="m-focusline" href={layerHref('terre')} />}
        {focus.map((area) => (
          <use key={territoryShapeHref(area)} className="m-focusline" href={territoryShapeHref(area)} />
        ))}
      </WorldGroup>
    </g>
  );
}
