import { ExternalLink } from '@/components/ui/external-link';
import { FrenchDate, Ordinal } from '@/components/ui/french-text';
import { TableHead } from '@/components/ui/table';
import { INSTALMENT_PURPOSE_NAMES, INSTALMENT_STATUS_NAMES } from '@/lib/domain/instalment';
import { sumInstalments } from '@/lib/domain/money-rule';
import { formatEuros } from '@/lib/french/numbers';
import type { RecordInstalment } from '@/lib/structures/record';

function When({ purpose, yearOfAid, calendarYear }: RecordInstalment) {
  return (
    <>
      {purpose === 'digital_bonus' && INSTALMENT_PURPOSE_NAMES.digital_bonus}
      {purpose === 'digital_bonus' && yearOfAid !== null && ', '}
      {yearOfAid !== null && (
        <>
          <Ordinal rank={yearOfAid} gender="f" /> année
        </>
      )}
      {calendarYear !== null && ` (${calendarYear})`}
      {yearOfAid === null && calendarYear === null && <small className="block soft">année non précisée</small>}
    </>
  );
}

const sourceSpan = (instalments: readonly RecordInstalment[], at: number): number => {
  const source = instalments[at]?.sourceUrl;
  if (at > 0 && instalments[at - 1]?.sourceUrl === source) return 0;
  const next = instalments.findIndex((instalment, index) => index > at && instalment.sourceUrl !== source);
  return (next === -1 ? instalments.length : next) - at;
};

function Row({ instalment, span }: { instalment: RecordInstalment; span: number }) {
  const { amountEuros, status, paidOn, sourceUrl } = instalment;
  return (
    <tr>
      <th scope="row">
        <When {...instalment} />
      </th>
      <td className="r">{status === 'cancelled' ? <s>{formatEuros(amountEuros)}</s> : formatEuros(amountEuros)}</td>
      <td>
        {INSTALMENT_STATUS_NAMES[status]}
        {status === 'cancelled' && ', non compté'}
        {paidOn && (
          <>
            {' '}
            le <FrenchDate date={paidOn} precision="day" />
          </>
        )}
      </td>
      {span > 0 && (
        <td rowSpan={span} className="money-source">
          {sourceUrl ? <ExternalLink href={sourceUrl} /> : 'non précisée'}
        </td>
      )}
    </tr>
  );
}

export function MoneyTable({ caption, instalments }: { caption: string; instalments: readonly RecordInstalment[] }) {
  const { promisedEuros, paidEuros } = sumInstalments(instalments);
  return (
    <table className="money">
      <caption>{caption}</caption>
      <TableHead columns={['Année', ['Montant', 'r'], 'État', 'Source']} />
      <tbody>
        {instalments.map((instalment, at) => (
          <Row
            key={`${instalment.purpose} ${instalment.yearOfAid} ${at}`}
            instalment={instalment}
            span={sourceSpan(instalments, at)}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Promis en tout</th>
          <td className="r">{formatEuros(promisedEuros)}</td>
          <td colSpan={2}>{paidEuros > 0 && `dont ${formatEuros(paidEuros)} versés`}</td>
        </tr>
      </tfoot>
    </table>
  );
}
