import { Bar } from '@/components/figures/bar';
import { CountLink } from '@/components/figures/count-link';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import type { RankedDepartment } from '@/lib/figures/ranking';
import { formatDecimal } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { placeName } from '@/lib/geography/place-names';

type DepartmentTableProps = { departments: readonly RankedDepartment[]; areaName: string };

export function DepartmentTable({ departments, areaName }: DepartmentTableProps) {
  const rows = departments.toSorted((a, b) => b.structures - a.structures || (a.code < b.code ? -1 : 1));
  const greatest = rows[0]?.structures ?? 0;
  return (
    <div className="scroll-x relative">
      <table>
        <caption className="vh">
          Fabriques par département{'\u00A0'}: {areaName}
        </caption>
        <thead>
          <tr>
            <th scope="col">Département</th>
            <td className="bar-cell">{null}</td>
            <th scope="col" className="r">
              Fabriques
            </th>
            <th scope="col" className="r">
              Pour 100{'\u202F'}000 hab.
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, structures, rate }) => (
            <tr key={code}>
              <th scope="row">
                <span className="cote">{code}</span> <a href={`/departements/${code}`}>{placeName(name)}</a>
              </th>
              <td className="bar-cell">
                <Bar value={structures} greatest={greatest} />
              </td>
              <td className="r">
                <CountLink
                  count={structures}
                  filter={updateFilter(EMPTY_FILTER, { departement: [code] })}
                  label={`${plural(structures, 'fabrique', 'fabriques')}, ${placeName(name)}`}
                />
              </td>
              <td className="r">{rate === null ? 'non précisé' : formatDecimal(rate, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
