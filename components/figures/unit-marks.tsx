import { TerritoryShapes } from '@/components/marks/territory-symbol';
import { TERRITORIES } from '@/lib/domain/territory';
import type { Composition } from '@/lib/figures/composition';
import { cellBlocks, UNIT_ROWS } from './unit-cells';

const CELL = 18;
const HEIGHT = UNIT_ROWS * CELL;

type Mark = (typeof TERRITORIES)[number] | 'ghost';

/** Written once in a page: every drawing of the chart repeats it as a pattern. */
export function UnitMarkPatterns() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true" focusable="false">
      <defs>
        {TERRITORIES.map((territory) => (
          <pattern key={territory} id={`unit-${territory}`} width={CELL} height={CELL} patternUnits="userSpaceOnUse">
            <g transform="translate(2.6 2.6) scale(.8)">
              <TerritoryShapes territory={territory} />
            </g>
          </pattern>
        ))}
        <pattern id="unit-ghost" width={CELL} height={CELL} patternUnits="userSpaceOnUse">
          <circle className="ghost" cx={CELL / 2} cy={CELL / 2} r="5" />
        </pattern>
      </defs>
    </svg>
  );
}

function Marks({ mark, start, count }: { mark: Mark; start: number; count: number }) {
  return cellBlocks(start, count).map(({ column, row, columns, rows }) => (
    <rect
      key={`${column}-${row}`}
      x={column * CELL}
      y={row * CELL}
      width={columns * CELL}
      height={rows * CELL}
      fill={`url(#unit-${mark})`}
    />
  ));
}

const frame = (marks: number) => ({
  width: Math.max(1, Math.ceil(marks / UNIT_ROWS)) * CELL,
  height: HEIGHT,
  'aria-hidden': true,
  focusable: false,
});

export function UnitMarks({ composition, unit }: { composition: Composition; unit: number }) {
  const counts = TERRITORIES.map((territory) => Math.ceil(composition[territory] / unit));
  const startOf = (index: number) => counts.slice(0, index).reduce((sum, count) => sum + count, 0);
  return (
    <svg {...frame(startOf(counts.length))}>
      {TERRITORIES.map((territory, index) => (
        <Marks key={territory} mark={territory} start={startOf(index)} count={counts[index] ?? 0} />
      ))}
    </svg>
  );
}

/** Announced, but without a published name: dotted, outside the counts. */
export function GhostMarks({ count, unit }: { count: number; unit: number }) {
  const marks = Math.ceil(count / unit);
  return (
    <svg {...frame(marks)}>
      <Marks mark="ghost" start={0} count={marks} />
    </svg>
  );
}
