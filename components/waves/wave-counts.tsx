import { CountLink } from '@/components/figures/count-link';
import { bonusInWords } from '@/components/territories/money-words';
import type { WaveSheet } from '@/lib/figures/wave-sheet';
import { formatEuros, formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { announcedToSome } from './wave-words';

export function WaveCounts({ sheet: { wave, filter, money } }: { sheet: WaveSheet }) {
  const bonus = money && bonusInWords(money);
  return (
    <dl className="count-pair">
      <div>
        <dt>{plural(wave.announcedCount ?? 0, 'lauréat annoncé', 'lauréats annoncés')}</dt>
        <dd className="fig num">{wave.announcedCount === null ? 'n. p.' : formatInteger(wave.announcedCount)}</dd>
      </div>
      <div>
        <dt>{wave.listedCount === 0 ? 'nom publié' : 'dans l’annuaire'}</dt>
        <dd className="fig num">
          {wave.listedCount === 0 ? (
            'aucun'
          ) : (
            <CountLink count={wave.listedCount} filter={filter} label={`dans l’annuaire, ${wave.shortLabel}`} />
          )}
        </dd>
      </div>
      {money?.totalEuros != null ? (
        <div>
          <dt>
            {announcedToSome(money.funded, wave.listedCount)}
            {bonus && `, ${bonus}`}
          </dt>
          <dd className="fig num">{formatEuros(money.totalEuros)}</dd>
        </div>
      ) : null}
    </dl>
  );
}
