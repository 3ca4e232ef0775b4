import { AreaNames } from './area-names';
import { frameViewBox, Neatline, ScaleBar } from './frame';
import { GroundAround } from './ground';
import { tenth } from './map-view';
import { OTHER_SIZE, type SurroundingsPlan, SYMBOL_SIZE } from './surroundings-plan';
import { MapSymbol } from './territory-symbol';
import { TownNames } from './town-names';

export function SurroundingsDrawing({ label, plan }: { label: string; plan: SurroundingsPlan }) {
  const { point, view, ground, centre, blur, others, name, towns, areas } = plan;
  return (
    <svg viewBox={frameViewBox(view)} role="img" aria-label={label}>
      <svg className="m-onfocus" width={view.width} height={view.height}>
        <GroundAround view={view} ground={ground} />
        <AreaNames names={areas} />
        <TownNames towns={towns} />
        {blur !== null && <circle className="m-blur" cx={tenth(centre.x)} cy={tenth(centre.y)} r={blur} />}
        {others.map(({ slug, territory, x, y }) => (
          <MapSymbol key={slug} territory={territory} x={x} y={y} size={OTHER_SIZE} />
        ))}
        <MapSymbol territory={point.territory} {...centre} size={SYMBOL_SIZE} />
        {name !== undefined && (
          <text className="m-place" x={tenth(name.x)} y={tenth(name.y)} textAnchor={name.anchor}>
            {point.commune}
          </text>
        )}
      </svg>
      <ScaleBar view={view} />
      <Neatline view={view} />
    </svg>
  );
}
