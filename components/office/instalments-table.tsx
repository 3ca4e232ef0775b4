import { awardHref } from '@/lib/domain/award-key';
import { INSTALMENT_PURPOSE_NAMES, INSTALMENT_STATUS_NAMES, type InstalmentStatus } from '@/lib/domain/instalment';
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

export function InstalmentsTable({ lines }: { lines: readonly InstalmentLine[] }) {
  return (
    <div className="scroll-x relative">
      <table className="office-table">
        <caption className="vh">Versements</caption>
        <thead>
          <tr>
            <th scope="col">Structure</th>
            <th scope="col">Vague</th>
            <th scope="col">Objet</th>
            <th scope="col" className="r">
              Année de l’aide
            </th>
            <th scope="col" className="r">
              Année civile
            </th>
            <th scope="col" className="r">
              Montant
            </th>
            <th scope="col">État</th>
          </tr>
        </thead>
        <tbody>
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
              <td className="r num" data-label="Année de l’aide">
                {line.yearOfAid ?? ''}
              </td>
              <td className="r num" data-label="Année civile">
                {line.calendarYear ?? ''}
              </td>
              <td className="r num" data-label="Montant">
                {formatEuros(line.amountEuros)}
              </td>
              <td>
                <Status line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
