import { type Column, NumberCell, ScrolledTable } from '@/components/ui/table';
import { INSTALMENT_PURPOSE_NAMES, INSTALMENT_STATUS_NAMES, type InstalmentStatus } from '@/lib/domain/instalment';
import { awardHref } from '@/lib/domain/office-href';
import { formatDate } from '@/lib/french/dates';
import { formatEuros } from '@/lib/french/numbers';
import { upperFirst } from '@/lib/french/words';
import { placeName } from '@/lib/geography/place-names';
import type { InstalmentLine } from '@/lib/instalments/queries';
import { StateMark } from './state-mark';

const MARKS = { announced: 'plain', planned: 'plain', paid: 'good', cancelled: 'off' } as const satisfies Record<
  InstalmentStatus,
  string
>;

function Status({ line: { status, paidOn, isOverdue } }: { line: InstalmentLine }) {
  return (
    <>
      <StateMark kind={isOverdue ? 'check' : MARKS[status]}>{upperFirst(INSTALMENT_STATUS_NAMES[status])}</StateMark>
      {isOverdue ? <small>en retard</small> : null}
      {paidOn === null ? null : <small>le {formatDate(paidOn)}</small>}
    </>
  );
}

const COLUMNS: readonly Column[] = [
  'Structure',
  'Vague',
  'Objet',
  ['Année de l’aide', 'r'],
  ['Année civile', 'r'],
  ['Montant', 'r'],
  'État',
];

export function InstalmentsTable({ lines }: { lines: readonly InstalmentLine[] }) {
  return (
    <ScrolledTable className="office-table" caption="Versements" columns={COLUMNS}>
      {lines.map((line) => (
        <tr key={line.id} className={line.status === 'cancelled' ? 'is-off' : undefined}>
          <th scope="row">
            <a href={awardHref(line)}>{line.name}</a>
            <small>
              {placeName(line.commune)} ({line.departmentCode}){line.isPublic ? '' : ', non publiée'}
            </small>
          </th>
          <td className="whole">{line.shortLabel}</td>
          <td className="whole">{INSTALMENT_PURPOSE_NAMES[line.purpose]}</td>
          <NumberCell label="Année de l’aide">{line.yearOfAid ?? ''}</NumberCell>
          <NumberCell label="Année civile">{line.calendarYear ?? ''}</NumberCell>
          <NumberCell label="Montant">{formatEuros(line.amountEuros)}</NumberCell>
          <td>
            <Status line={line} />
          </td>
        </tr>
      ))}
    </ScrolledTable>
  );
}
