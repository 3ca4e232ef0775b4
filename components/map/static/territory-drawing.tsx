import { AreaNames, placeAreaNames } from './area-names';
import { type Drawing, frameViewBox, Neatline, ScaleBar } from './frame';
import { Ground, type Territory } from './ground';
import { CommuneNames, InsideNumbers, KeyNumbers } from './key-numbers';
import { boxAround } from './lettering';
import type { Town } from './map-point';
import type { MapView } from './map-view';
import { namesRound } from './territory-layout';
import type { Numbering } from './territory-numbering';
import { MapSymbol } from './territory-symbol';
import { placeTowns, TownNames } from './town-names';

type TerritoryDrawingProps = {
  drawing: Drawing;
  label: string;
  territory: Territory;
  view: MapView;
  numbering: Numbering;
  towns: Town[];
};

const MOST_TOWNS = 12;

export function TerritoryDrawing({ drawing, label, territory, view, numbering, towns }: TerritoryDrawingProps) {
  const isLarge = drawing === 'large';
  const { numbers, size, symbols, keys, communes } = numbering;
  const scaleBar = { x: 10, y: view.height - 36, width: 180, height: 30 };
  const taken = [
    scaleBar,
    ...symbols.map((symbol) => boxAround(symbol, size / 2)),
    ...[...keys, ...communes].map(({ spot }) => spot.box),
  ];
  const named = placeTowns(view, towns, taken, isLarge ? MOST_TOWNS : 0);
  const names = placeAreaNames(
    view,
    [...taken, ...named.map(({ spot }) => spot.box)],
    namesRound(territory, isLarge && communes.length === 0),
  );
  return (
    <svg className={isLarge ? 'only-l' : 'only-s'} viewBox={frameViewBox(view, drawing)} role="img" aria-label={label}>
      <svg className="m-onfocus" width={view.width} height={view.height}>
        <Ground view={view} drawing={drawing} focus={[territory]} />
        <AreaNames names={isLarge ? names : names.filter(({ kind }) => kind !== 'neighbour')} />
        <TownNames towns={named} />
        {symbols.map(({ slug, territory: kind, x, y }) => (
          <MapSymbol key={slug} territory={kind} x={x} y={y} size={size} numbered={numbers === 'inside'} />
        ))}
        {numbers === 'inside' ? <InsideNumbers symbols={symbols} size={size} /> : <KeyNumbers keys={keys} />}
        <CommuneNames communes={communes} />
      </svg>
      <ScaleBar view={view} drawing={drawing} />
      <Neatline view={view} drawing={drawing} />
    </svg>
  );
}
