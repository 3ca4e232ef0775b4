import { Bar } from '@/components/figures/bar';
import { CountLink } from '@/components/figures/count-link';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import type { RankedRegion } from '@/lib/figures/ranking';
import { formatDecimal, formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { placeName } from '@/lib/geography/place-names';

const NOT_KNOWN = 'non précisé';

type RankingTableProps = { regions: readonly RankedRegion[]; caption: string; ranked: boolean };

export function RankingTable({ regions, caption, ranked }: RankingTableProps) {
  const greatest = Math.max(0, ...regions.map(({ structures }) => structures));
  return (
    <div className="scroll-x relative">
      <table className="rank-table">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {ranked && (
              <th scope="col" className="r">
                Rang
              </th>
            )}
            <th scope="col">{ranked ? 'Région' : 'Collectivité'}</th>
            {ranked && <td className="bar-cell">{null}</td>}
            <th scope="col" className="r">
              Fabriques
            </th>
            <th scope="col" className="r">
              Pour 100{'\u202F'}000 hab.
            </th>
            {ranked && (
              <th scope="col" className="r">
                Rang
                <span className="vh"> pour 100{'\u202F'}000 habitants</span>
              </th>
            )}
            <th scope="col" className="r wide-only">
              Habitants
            </th>
          </tr>
        </thead>
        <tbody>
          {regions.map((region) => (
            <RankingRow key={region.code} region={region} greatest={greatest} ranked={ranked} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RankingRowProps = { region: RankedRegion; greatest: number; ranked: boolean };

function RankingRow({ region, greatest, ranked }: RankingRowProps) {
  const { slug, structures, rate, population, rankByNumber, rankByRate } = region;
  const name = placeName(region.name);
  return (
    <tr>
      {ranked && <td className="r">{rankByNumber === null ? NOT_KNOWN : formatInteger(rankByNumber)}</td>}
      <th scope="row">
        <a href={`/regions/${slug}`}>{name}</a>
      </th>
      {ranked && (
        <td className="bar-cell">
          <Bar value={structures} greatest={greatest} />
        </td>
      )}
      <td className="r">
        <CountLink
          count={structures}
          filter={updateFilter(EMPTY_FILTER, { region: [slug] })}
          label={`${plural(structures, 'fabrique', 'fabriques')}, ${name}`}
        />
      </td>
      <td className="r">{rate === null ? NOT_KNOWN : formatDecimal(rate, 2)}</td>
      {ranked && <td className="r">{rankByRate === null ? NOT_KNOWN : formatInteger(rankByRate)}</td>}
      <td className="r wide-only">{population === null ? NOT_KNOWN : formatInteger(population)}</td>
    </tr>
  );
}
