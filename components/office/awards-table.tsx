import { NumberCell, ScrolledTable } from '@/components/ui/table';
import type { AwardLine } from '@/lib/awards/queries';
import { AWARD_LABEL_NAMES } from '@/lib/domain/award-label';
import { awardHref } from '@/lib/domain/office-href';
import { formatEuros } from '@/lib/french/numbers';
import { placeName } from '@/lib/geography/place-names';
import { StateMark } from './state-mark';

type AwardsTableProps = { caption: string; awards: readonly AwardLine[]; by: 'wave' | 'structure' };

function Funding({ award: { aidEuros, promisedEuros, paidEuros, minTotalEuros } }: { award: AwardLine }) {
  if (promisedEuros === null) return <StateMark kind="plain">Aucun montant</StateMark>;
  if (paidEuros === promisedEuros) return <StateMark kind="good">Versé en entier</StateMark>;
  const missing = (minTotalEuros ?? 0) - (aidEuros ?? 0);
  return (
    <>
      {aidEuros === null ? (
        <StateMark kind="check">Bonus seul</StateMark>
      ) : missing > 0 ? (
        <StateMark kind="check">Sous le minimum</StateMark>
      ) : (
        <StateMark kind="plain">En cours</StateMark>
      )}
      {aidEuros !== null && missing > 0 ? <small>il manque {formatEuros(missing)}</small> : null}
    </>
  );
}

export function AwardsTable({ caption, awards, by }: AwardsTableProps) {
  return (
    <ScrolledTable
      className="office-table"
      caption={caption}
      columns={[by === 'wave' ? 'Vague' : 'Structure', 'Label', ['Promis', 'r'], ['Versé', 'r'], 'Versements']}
    >
      {awards.map((award) => (
        <tr key={`${award.structureId} ${award.waveId}`}>
          <th scope="row">
            <a href={awardHref(award)}>{by === 'wave' ? award.shortLabel : award.name}</a>
            {by === 'structure' ? (
              <small>
                {placeName(award.commune)}
                {award.isPublic ? '' : ', non publiée'}
              </small>
            ) : null}
          </th>
          <td>{AWARD_LABEL_NAMES[award.label]}</td>
          <NumberCell label="Promis">
            {award.promisedEuros === null ? (
              <span className="soft">non précisé</span>
            ) : (
              formatEuros(award.promisedEuros)
            )}
          </NumberCell>
          <NumberCell label="Versé">{award.paidEuros === null ? '' : formatEuros(award.paidEuros)}</NumberCell>
          <td>
            <Funding award={award} />
          </td>
        </tr>
      ))}
    </ScrolledTable>
  );
}
