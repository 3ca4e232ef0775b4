import { AnnouncementDate } from '@/components/figures/announcement-date';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { directoryHref } from '@/lib/directory/href';
import { MOST_LISTED } from '@/lib/figures/laureates';
import type { TerritorySheet } from '@/lib/figures/territory-sheet';
import { formatInteger } from '@/lib/french/numbers';
import { moneyInWords } from './money-words';
import { NumberedGroup } from './numbered-group';

type LaureatesByWaveProps = {
  sheet: TerritorySheet;
  filter: DirectoryFilter;
  hrefOfWave: (waveId: string) => string;
};

export function LaureatesByWave({ sheet, filter, hrefOfWave }: LaureatesByWaveProps) {
  const cut = sheet.awards > MOST_LISTED;
  return (
    <>
      {cut ? (
        <p className="note mb-6">
          Voici les {formatInteger(sheet.laureates.length)} premières.{' '}
          <a href={directoryHref(filter)}>Les {formatInteger(sheet.structures)} sont dans l’annuaire</a>.
        </p>
      ) : null}
      <div className="by-wave">
        {sheet.waves.map(({ wave, money }) => (
          <NumberedGroup
            key={wave.id}
            id={`liste-${wave.id}`}
            title={wave.shortLabel}
            href={hrefOfWave(wave.id)}
            aside={
              <>
                <AnnouncementDate wave={wave} /> · {formatInteger(money.structures)}
              </>
            }
            note={moneyInWords(wave, money)}
            laureates={sheet.laureates.filter(({ waveId }) => waveId === wave.id)}
          />
        ))}
      </div>
    </>
  );
}
