import { AnnouncementDate } from '@/components/waves/announcement-date';
import { describeRuleParts, isRuleUnpublished } from '@/lib/awards/rule-words';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { directoryHref } from '@/lib/directory/href';
import type { WaveMoney } from '@/lib/figures/money-by-wave';
import type { TerritorySheet } from '@/lib/figures/territory-sheet';
import { formatEuros, formatInteger } from '@/lib/french/numbers';
import { MOST_LISTED } from '@/lib/waves/laureates';
import type { Wave } from '@/lib/waves/queries';
import { NumberedGroup } from './numbered-group';

/** « 150 000 € chacune, annoncés », or the rule of the wave and that no amount is published. */
function moneyInWords(wave: Wave, { funded, structures, eachEuros }: WaveMoney): string {
  if (funded === structures && eachEuros !== null) return `${formatEuros(eachEuros)} chacune, annoncés.`;
  const { years, total } = describeRuleParts(wave);
  const rule = isRuleUnpublished(wave) ? 'règle de l’aide non publiée' : [years, total].filter(Boolean).join(', ');
  const known =
    funded === 0
      ? 'Montants non publiés.'
      : `Montant annoncé pour ${formatInteger(funded)} sur ${formatInteger(structures)}.`;
  return `${rule.charAt(0).toUpperCase()}${rule.slice(1)}. ${known}`;
}

type LaureatesByWaveProps = {
  sheet: TerritorySheet;
  filter: DirectoryFilter;
  /** Where the announcement of a wave is: that of the région, where there is one. */
  waveHref: (waveId: string) => string;
};

/** The list of a sheet, wave by wave, with the numbers of its map. */
export function LaureatesByWave({ sheet, filter, waveHref }: LaureatesByWaveProps) {
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
            href={waveHref(wave.id)}
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
