import { CountLink } from '@/components/figures/count-link';
import { TableHead } from '@/components/ui/table';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import type { TerritorySheet } from '@/lib/figures/territory-sheet';
import { formatEuros, formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { bonusInWords } from './money-words';

type MoneyTableProps = { sheet: TerritorySheet; filter: DirectoryFilter; areaName: string };

/** Only the amounts that are published, and how many are not. */
export function MoneyTable({ sheet, filter, areaName }: MoneyTableProps) {
  const known = sheet.waves.filter(({ money }) => money.funded > 0);
  const funded = known.reduce((sum, { money }) => sum + money.funded, 0);
  const unpublished = sheet.awards - funded;
  if (known.length === 0) {
    const these = sheet.awards < 2 ? 'cette fabrique' : `ces ${formatInteger(sheet.awards)} fabriques`;
    return <p className="empty">Aucun montant n’est publié pour {these}.</p>;
  }
  return (
    <>
      <div className="scroll-x relative">
        <table>
          <caption className="vh">
            Aide annoncée par vague{'\u00A0'}: {areaName}
          </caption>
          <TableHead columns={['Vague', ['Fabriques', 'r'], ['Chacune', 'r'], ['Total', 'r']]} />
          <tbody>
            {known.map((row) => (
              <MoneyRow key={row.wave.id} row={row} filter={filter} />
            ))}
            <UnpublishedRow count={unpublished} />
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Ensemble</th>
              <td className="r">{formatInteger(sheet.awards)}</td>
              <td>{null}</td>
              <td className="r">{formatEuros(sheet.promisedEuros)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <MoneyNote sheet={sheet} funded={funded} />
    </>
  );
}

function MoneyRow({ row, filter }: { row: TerritorySheet['waves'][number]; filter: DirectoryFilter }) {
  const { wave, money } = row;
  const bonus = bonusInWords(money);
  const link = (
    <CountLink
      count={money.structures}
      filter={updateFilter(filter, { vague: [wave.id] })}
      label={`${plural(money.structures, 'fabrique', 'fabriques')}, ${wave.shortLabel}`}
    />
  );
  return (
    <tr>
      <th scope="row">{wave.shortLabel}</th>
      <td className="r">
        {money.funded === money.structures ? (
          link
        ) : (
          <>
            {formatInteger(money.funded)} sur {link}
          </>
        )}
      </td>
      <td className="r">{money.eachEuros === null ? 'selon la fabrique' : formatEuros(money.eachEuros)}</td>
      <td className="r">
        {formatEuros(money.totalEuros ?? 0)}
        {bonus ? <small className="block soft">{bonus}</small> : null}
      </td>
    </tr>
  );
}

function UnpublishedRow({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <tr>
      <th scope="row">Les autres</th>
      <td className="r">{formatInteger(count)}</td>
      <td className="r soft" colSpan={2}>
        {plural(count, 'montant non publié', 'montants non publiés')}
      </td>
    </tr>
  );
}

function MoneyNote({ sheet, funded }: { sheet: TerritorySheet; funded: number }) {
  const partial = funded < sheet.awards;
  const repeated = sheet.awards > sheet.structures;
  if (!partial && !repeated) return null;
  return (
    <p className="small soft mt-2">
      {partial &&
        `Le total ne porte que sur ${funded < 2 ? 'la fabrique' : `les ${formatInteger(funded)} fabriques`} dont le montant est annoncé. `}
      {repeated &&
        `Une structure retenue deux fois compte deux fois\u00A0: ${formatInteger(sheet.awards)} labellisations pour ${formatInteger(sheet.structures)} lauréats.`}
    </p>
  );
}
