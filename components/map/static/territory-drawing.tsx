import { AreaNames } from './area-names';
import { frameViewBox, Neatline, ScaleBar } from './frame';
import { Ground } from './ground';
import { CommuneNames, InsideNumbers, KeyNumbers } from './key-numbers';
import type { TerritoryPlan } from './territory-plan';
import { MapSymbol } from './territory-symbol';

export function TerritoryDrawing({ label, plan }: { label: string; plan: TerritoryPlan }) {
  const { territory, view, numbering, names } = plan;
  const { numbers, size, symbols, keys, communes } = numbering;
  return (
    <svg viewBox={frameViewBox(view)} role="img" aria-label={label}>
      <svg className="m-onfocus" width={view.width} height={view.height}>
        <Ground view={view} focus={[territory]} />
        <AreaNames names={names} />
        {symbols.map(({ slug, territory: kind, x, y }) => (
          <MapSymbol key={slug} territory={kind} x={x} y={y} size={size} numbered={numbers === 'inside'} />
        ))}
        {numbers === 'inside' ? <InsideNumbers symbols={symbols} size={size} /> : <KeyNumbers keys={keys} />}
        <CommuneNames communes={communes} />
      </svg>
      <ScaleBar view={view} />
      <Neatline view={view} />
    </svg>
  );
}
