import { AreaNames } from './area-names';
import { type Drawing, frameViewBox, Neatline, ScaleBar } from './frame';
import { Ground } from './ground';
import { tenth } from './map-view';
import type { SurroundingsPlan } from './surroundings-plan';
import { MapSymbol } from './territory-symbol';
import { TownNames } from './town-names';

type SurroundingsDrawingProps = { drawing: Drawing; label: string; plan: SurroundingsPlan };

export function SurroundingsDrawing({ drawing, label, plan: { point, [drawing]: plan } }: SurroundingsDrawingProps) {
  const { view, centre, symbol, blur, others, name, towns, areas } = plan;
  return (
    <svg
      className={drawing === 'large' ? 'only-l' : 'only-s'}
      viewBox={frameViewBox(view, drawing)}
      role="img"
      aria-label={label}
    >
      <svg className="m-onfocus" width={view.width} height={view.height}>
        <Ground view={view} drawing={drawing} wholeFrance />
        <AreaNames names={areas} />
        <TownNames towns={towns} />
        {blur !== null && <circle className="m-blur" cx={tenth(centre.x)} cy={tenth(centre.y)} r={blur} />}
        {others.map(({ slug, territory, x, y, radius }) => (
          <MapSymbol key={slug} territory={territory} x={x} y={y} size={2 * radius} />
        ))}
        <MapSymbol territory={point.territory} {...centre} size={symbol} />
        {name !== undefined && (
          <text className="m-place" x={tenth(name.x)} y={tenth(name.y)} textAnchor={name.anchor}>
            {point.commune}
          </text>
        )}
      </svg>
      <ScaleBar view={view} drawing={drawing} />
      <Neatline view={view} drawing={drawing} />
    </svg>
  );
}
