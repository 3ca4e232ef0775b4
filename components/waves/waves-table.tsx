import { AnnouncementDate } from '@/components/figures/announcement-date';
import { CountLink } from '@/components/figures/count-link';
import { TableHead } from '@/components/ui/table';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import { publicWaveHref } from '@/lib/domain/public-href';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import type { Wave } from '@/lib/waves/queries';

export function WavesTable({ waves }: { waves: readonly Wave[] }) {
  return (
    <table>
      <caption className="vh">Les vagues, leur annonce, le nombre annoncé et le nombre de noms dans l’annuaire</caption>
      <TableHead columns={['Vague', 'Annonce', ['Annoncés', 'r'], ['Dans l’annuaire', 'r']]} />
      <tbody>
        {waves.map((wave) => (
          <tr key={wave.id}>
            <th scope="row">
              <a href={publicWaveHref(wave.id)}>{wave.shortLabel}</a>
            </th>
            <td>
              <AnnouncementDate wave={wave} />
            </td>
            <td className="r">{wave.announcedCount === null ? 'non précisé' : formatInteger(wave.announcedCount)}</td>
            <td className="r">
              {wave.listedCount === 0 ? (
                <span className="soft">noms non publiés</span>
              ) : (
                <CountLink
                  count={wave.listedCount}
                  filter={updateFilter(EMPTY_FILTER, { vague: [wave.id] })}
                  label={`${plural(wave.listedCount, 'fabrique', 'fabriques')}, ${wave.shortLabel}`}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
