import type { Territory } from '@/lib/domain/territory';
import { type Point, tenth } from './map-view';

/** What the reference drawing of the symbols measures: circle of 6, diamond of 7.4, ring of 5.2 drawn 2.4 wide, in a square of 16. */
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

/** Many symbols in few paths: a dot is a point drawn with a round pen, so that hundreds weigh a few kilobytes. */
export function SymbolCloud({ symbols, size }: { symbols: (Point & { territory: Territory })[]; size: number }) {
  const of = (territory: Territory) => symbols.filter((symbol) => symbol.territory === territory);
  const half = tenth(size * DIAMOND);
  const diamonds = of('rural').map(
    ({ x, y }) => `M${tenth(x)} ${tenth(y - half)}l${half} ${half}-${half} ${half}-${half}-${half}z`,
  );
  const [circles, rings] = [dots(of('qpv')), dots(of('unknown'))];
  const ringWidth = size * (2 * RING + RING_WIDTH);
  return (
    <g>
      <path className="m-rural" d={diamonds.join('')} />
      <path className="m-dots m-dots--paper" d={circles} strokeWidth={tenth(size * 2 * CIRCLE + 2 * HALO)} />
      <path className="m-dots m-dots--qpv" d={circles} strokeWidth={tenth(size * 2 * CIRCLE)} />
      <path className="m-dots m-dots--paper" d={rings} strokeWidth={tenth(ringWidth + 2 * HALO)} />
      <path className="m-dots m-dots--unknown" d={rings} strokeWidth={tenth(ringWidth)} />
      <path className="m-dots m-dots--paper" d={rings} strokeWidth={tenth(size * (2 * RING - RING_WIDTH))} />
    </g>
  );
}
