import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { placeName } from '@/lib/geography/place-names';
import { layerHref, regionShapeHref } from '@/lib/geography/shapes';
import { AreaNames } from './area-names';
import { frameViewBox, Neatline, ScaleBar } from './frame';
import type { Inset } from './france-layout';
import type { FrancePlan } from './france-plan';
import { Ground, WorldGroup } from './ground';
import { SymbolCloud } from './territory-symbol';
import { TownNames } from './town-names';

export type RegionLink = { code: string; name: string; count: number; href: string };

type FranceDrawingProps = { label: string; plan: FrancePlan; regions: RegionLink[] };

const regionLabel = ({ name, count }: RegionLink) =>
  `${placeName(name)}\u00A0: ${formatInteger(count)} ${plural(count, 'fabrique', 'fabriques')}`;

export function FranceDrawing({ label, plan: { layout, towns, names }, regions }: FranceDrawingProps) {
  const { view, symbols, insets, below } = layout;
  const isOverseas = ({ code }: RegionLink) => insets.some((inset) => inset.code === code);
  const drawn = regions.filter((region) => !isOverseas(region) && region.code.length === 2);
  return (
    <svg viewBox={frameViewBox(view, below)} aria-label={label}>
      <svg width={view.width} height={view.height}>
        <Ground view={view} wideDepartments>
          {drawn.map((region) => (
            <a key={region.code} href={region.href} aria-label={regionLabel(region)}>
              <title>{regionLabel(region)}</title>
              <use className="m-reg" href={regionShapeHref(region.code)} />
            </a>
          ))}
        </Ground>
        <g className="m-still">
          <SymbolCloud id="france" symbols={symbols} />
          <g className="m-wide">
            <TownNames towns={towns} />
            <AreaNames names={names} />
          </g>
        </g>
      </svg>
      <ScaleBar view={view} />
      <Neatline view={view} />
      {insets.map((inset) => (
        <InsetDrawing key={inset.code} inset={inset} region={regions.find(({ code }) => code === inset.code)} />
      ))}
    </svg>
  );
}

function InsetDrawing({ inset: { code, view, x, y, symbols }, region }: InsetDrawingProps) {
  if (region === undefined) return null;
  return (
    <a href={region.href} aria-label={regionLabel(region)}>
      <title>{regionLabel(region)}</title>
      <svg x={x} y={y} width={view.width} height={view.height}>
        <rect className="m-sea" width={view.width} height={view.height} />
        <WorldGroup view={view}>
          <use className="m-nei" href={layerHref('voisins')} />
          <use className="m-land m-insetland" href={regionShapeHref(code)} />
        </WorldGroup>
        <SymbolCloud id={`region-${code}`} symbols={symbols} />
        <text className="m-insettxt" x="7" y={view.height - 8}>
          {placeName(region.name)}
        </text>
        <text className="m-insetn" x={view.width - 7} y="20" textAnchor="end">
          {formatInteger(region.count)}
        </text>
        <rect className="m-inset" x="0.5" y="0.5" width={view.width - 1} height={view.height - 1} />
      </svg>
    </a>
  );
}

type InsetDrawingProps = { inset: Inset; region: RegionLink | undefined };
