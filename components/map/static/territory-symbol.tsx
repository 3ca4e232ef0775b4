import type { Territory } from '@/lib/domain/territory';
import { type Point, tenth } from './map-view';

/** What the reference drawing of the symbols measures: circle of 6, diamond of 7.4, ring of 5.2 drawn 2.4 wide, in a square of 16. map.css knows them too. */
const REFERENCE = 16;
const CIRCLE = 6 / REFERENCE;
const DIAMOND = 7.4 / REFERENCE;
const RING = 5.2 / REFERENCE;
const RING_WIDTH = 2.4 / REFERENCE;
const HALO = 1.2;

type MapSymbolProps = Point & {
  territory: Territory;
  size: number /** The ring is thinner, to leave room for the number. */;
  numbered?: boolean;
};

const NUMBERED_RING_WIDTH = 2;

export function MapSymbol({ territory, x, y, size, numbered = false }: MapSymbolProps) {
  const [cx, cy] = [tenth(x), tenth(y)];
  if (territory === 'rural') {
    const half = tenth(size * DIAMOND);
    return (
      <path className="m-rural" d={`M${cx} ${tenth(y - half)}l${half} ${half}-${half} ${half}-${half}-${half}z`} />
    );
  }
  if (territory === 'qpv') return <circle className="m-qpv" cx={cx} cy={cy} r={tenth(size * CIRCLE)} />;
  const outer = size * (RING + RING_WIDTH / 2);
  const width = numbered ? NUMBERED_RING_WIDTH : size * RING_WIDTH;
  return (
    <>
      <circle className="m-halo" cx={cx} cy={cy} r={tenth(outer + HALO)} />
      <circle className="m-unknown" cx={cx} cy={cy} r={tenth(outer - width / 2)} strokeWidth={tenth(width)} />
    </>
  );
}

const dots = (points: Point[]) => points.map(({ x, y }) => `M${tenth(x)} ${tenth(y)}h0`).join('');

/** A square pen turned by 45 degrees draws diamonds: in the turned drawing their places are turned back. */
const turnedBack = ({ x, y }: Point): Point => ({ x: (x + y) * Math.SQRT1_2, y: (y - x) * Math.SQRT1_2 });

type SymbolCloudProps = { id: string; symbols: (Point & { territory: Territory })[] };

/** Many symbols in few paths: a dot is a point drawn with a pen, so that hundreds weigh a few kilobytes and CSS sizes them. */
export function SymbolCloud({ id, symbols }: SymbolCloudProps) {
  const of = (territory: Territory) => symbols.filter((symbol) => symbol.territory === territory);
  const use = (territory: Territory, pen: string) => <use className={`m-dots--${pen}`} href={`#${id}-${territory}`} />;
  return (
    <g className="m-dots">
      <defs>
        <path id={`${id}-rural`} d={dots(of('rural').map(turnedBack))} />
        <path id={`${id}-qpv`} d={dots(of('qpv'))} />
        <path id={`${id}-unknown`} d={dots(of('unknown'))} />
      </defs>
      <g className="m-diamonds">
        {use('rural', 'rural-halo')}
        {use('rural', 'rural')}
      </g>
      {use('qpv', 'qpv-halo')}
      {use('qpv', 'qpv')}
      {use('unknown', 'ring-halo')}
      {use('unknown', 'ring')}
      {use('unknown', 'ring-hole')}
    </g>
  );
}
