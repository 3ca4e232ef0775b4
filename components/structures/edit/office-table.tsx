import { TerritorySymbol } from '@/components/marks/territory-symbol';
import { PickBox } from '@/components/ui/pick-box';
import { NumberCell, TableHead } from '@/components/ui/table';
import { structureHref } from '@/lib/domain/office-href';
import { TERRITORY_NAMES } from '@/lib/domain/territory';
import { dayInParis, formatDate } from '@/lib/french/dates';
import { formatInteger } from '@/lib/french/numbers';
import { placeName } from '@/lib/geography/place-names';
import type { OfficeRow } from '@/lib/structures/office-list';
import { SelectAll } from './select-all';
import { StructureState } from './structure-state';

const SELECTION = 'selection';

function Row({ row, isSelectable }: { row: OfficeRow; isSelectable: boolean }) {
  const { id, name, communeName, departmentCode, state, territory, awards, hasPosition, version, updatedAt } = row;
  return (
    <tr className={state === 'archived' ? 'is-off' : undefined}>
      {isSelectable ? (
        <td className="pick">
          <PickBox name={SELECTION} id={id} version={version} label={`Choisir ${name}`} />
        </td>
      ) : null}
      <th scope="row">
        <a href={structureHref(id)}>{name}</a>
        <small>
          {placeName(communeName)} ({departmentCode}){hasPosition ? '' : ', sans position'}
        </small>
      </th>
      <td>
        <StructureState state={state} />
      </td>
      <td>
        <span className="row-territory">
          <TerritorySymbol territory={territory} /> {TERRITORY_NAMES[territory]}
        </span>
      </td>
      <NumberCell label="Vagues">{formatInteger(awards)}</NumberCell>
      <td data-label="Modifiée le">
        <time dateTime={updatedAt.toISOString()}>{formatDate(dayInParis(updatedAt))}</time>
      </td>
    </tr>
  );
}

export function OfficeTable({ rows, isSelectable }: { rows: readonly OfficeRow[]; isSelectable: boolean }) {
  return (
    <div className="scroll-x relative">
      <table className="office-table structures-table">
        <caption className="vh">Structures</caption>
        <TableHead columns={['Structure', 'État', 'Territoire', ['Vagues', 'r'], 'Modifiée le']}>
          {isSelectable ? (
            <th scope="col" className="pick">
              <SelectAll name={SELECTION} />
            </th>
          ) : null}
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} isSelectable={isSelectable} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
