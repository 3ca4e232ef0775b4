import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { placeName } from '@/lib/geography/place-names';
import { layerHref, regionShapeHref } from '@/lib/geography/shapes';
import { AreaNames, placeAreaNames } from './area-names';
import { type Drawing, frameViewBox, Neatline, ScaleBar } from './frame';
import { type FranceLayout, type Inset, layOutFrance } from './france-layout';
import { FRANCE_TOWNS } from './france-towns';
import { Ground, WorldGroup } from './ground';
import { boxAround } from './lettering';
import type { MapPoint } from './map-point';
import { SymbolCloud } from './territory-symbol';
import { placeTowns, TownNames } from './town-names';

export type RegionLink = { code: string; name: string; count: number; href: string };

type FranceDrawingProps = { drawing: Drawing; label: string; points: MapPoint[]; regions: RegionLink[] };

const regionLabel = ({ name, count }: RegionLink) =>
  `${placeName(name)}\u00A0: ${formatInteger(count)} ${plural(count, 'fabrique', 'fabriques')}`;

/** One drawing of the plate; the phone's has larger symbols and no names. */
export function FranceDrawing({ drawing, label, points, regions }: FranceDrawingProps) {
  const layout = layOutFrance(points, drawing);
  const { view, symbols, size, insets, below } = layout;
  const isOverseas = ({ code }: RegionLink) => insets.some((inset) => inset.code === code);
  const drawn = regions.filter((region) => !isOverseas(region) && region.code.length === 2);
  return (
    <svg
      className={drawing === 'large' ? 'only-l' : 'only-s'}
      viewBox={frameViewBox(view, drawing, below)}
      aria-label={label}
    >
      <svg width={view.width} height={view.height}>
        <Ground view={view} drawing={drawing} departmentLines={drawing === 'large'}>
          {drawn.map((region) => (
            <a key={region.code} href={region.href} aria-label={regionLabel(region)}>
              <title>{regionLabel(region)}</title>
              <use className="m-reg" href={regionShapeHref(region.code)} />
            </a>
          ))}
        </Ground>
        <g className="m-still">
          <SymbolCloud symbols={symbols} size={size} />
          {drawing === 'large' && <FranceNames layout={layout} />}
        </g>
      </svg>
      <ScaleBar view={view} drawing={drawing} />
      <Neatline view={view} drawing={drawing} />
      {insets.map((inset) => (
        <InsetDrawing
          key={inset.code}
          inset={inset}
          drawing={drawing}
          region={regions.find(({ code }) => code === inset.code)}
        />
      ))}
    </svg>
  );
}

function FranceNames({ layout: { view, symbols, size } }: { layout: FranceLayout }) {
  const taken = symbols.map((symbol) => boxAround(symbol, size / 2 - 1.5));
  const towns = placeTowns(view, FRANCE_TOWNS, taken, FRANCE_TOWNS.length);
  const names = placeAreaNames(view, [...taken, ...towns.map(({ spot }) => spot.box)], () => undefined);
  return (
    <>
      <TownNames towns={towns} />
      <AreaNames names={names} />
    </>
  );
}

function InsetDrawing({ inset, region, drawing }: { inset: Inset; region: RegionLink | undefined; drawing: Drawing }) {
  if (region === undefined) return null;
  const { view, x, y, symbols, size } = inset;
  const countSpot = drawing === 'large' ? { x: view.width - 7, y: view.height - 8 } : { x: view.width - 5, y: 14 };
  return (
    <a href={region.href} aria-label={regionLabel(region)}>
      <title>{regionLabel(region)}</title>
      <svg x={x} y={y} width={view.width} height={view.height}>
        <rect className="m-sea" width={view.width} height={view.height} />
        <WorldGroup view={view}>
          <use className="m-nei" href={layerHref('voisins')} />
          <use className="m-land m-insetland" href={regionShapeHref(inset.code)} />
        </WorldGroup>
        <SymbolCloud symbols={symbols} size={size} />
        <text
          className={drawing === 'large' ? 'm-insettxt' : 'm-insettxt m-insettxt--s'}
          x={drawing === 'large' ? 7 : 4}
          y={view.height - 8}
        >
          {placeName(region.name)}
        </text>
        <text className="m-insetn" {...countSpot} textAnchor="end">
          {formatInteger(region.count)}
        </text>
        <rect className="m-inset" x="0.5" y="0.5" width={view.width - 1} height={view.height - 1} />
      </svg>
    </a>
  );
}
