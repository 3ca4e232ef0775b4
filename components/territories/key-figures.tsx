import { Ordinal } from '@/components/ui/french-text';
import type { PlaceFigures } from '@/lib/figures/ranking';
import { formatDecimal, formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { placeName } from '@/lib/geography/place-names';

export type Kind = { one: string; many: string; gender: 'm' | 'f' };
export const REGION: Kind = { one: 'région', many: 'régions', gender: 'f' };
export const DEPARTMENT: Kind = { one: 'département', many: 'départements', gender: 'm' };

type Ranked = PlaceFigures & { code: string; name: string; isRanked: boolean; structures: number };

type KeyFiguresProps = {
  place: Ranked;
  all: readonly Ranked[];
  kind: Kind;
  franceRate: number | null;
};

const othersAt = (all: readonly Ranked[], key: 'rankByNumber' | 'rankByRate', place: Ranked) =>
  all.filter((other) => other.code !== place.code && other[key] === place[key]).length;

/** « , à égalité avec 2 autres »; nothing when the rank is not shared. */
const tie = (others: number) =>
  others === 0 ? '' : `, à égalité avec ${formatInteger(others)} ${plural(others, 'autre', 'autres')}`;

function ByNumber({ place, all, kind }: Omit<KeyFiguresProps, 'franceRate'>) {
  if (place.rankByNumber === null) {
    return (
      <div>
        <span className="fig num">{formatInteger(place.structures)}</span>
        <p>
          {plural(place.structures, 'fabrique', 'fabriques')}. Cette collectivité n’est pas classée parmi les{' '}
          {kind.many}.
        </p>
      </div>
    );
  }
  const ranked = all.filter(({ isRanked }) => isRanked);
  const first = ranked.find(({ rankByNumber }) => rankByNumber === 1);
  return (
    <div>
      <span className="fig num">
        <Ordinal rank={place.rankByNumber} gender={kind.gender} />
      </span>
      <p>
        {kind.one} par le nombre, sur {formatInteger(ranked.length)}
        {tie(othersAt(ranked, 'rankByNumber', place))}.
        {first && place.rankByNumber !== 1
          ? ` ${kind.gender === 'f' ? 'La première' : 'Le premier'}, ${placeName(first.name)}, en compte ${formatInteger(first.structures)}.`
          : null}
      </p>
    </div>
  );
}

function ByRate({ place, all, kind, franceRate }: KeyFiguresProps) {
  const ranked = all.filter(({ isRanked }) => isRanked);
  return (
    <div>
      <span className="fig num">{place.rate === null ? 'n. p.' : formatDecimal(place.rate, 2)}</span>
      <p>
        {place.rate === null
          ? 'Pour 100\u202F000 habitants\u00A0: non précisé, la population n’est pas connue.'
          : `${plural(place.rate, 'fabrique', 'fabriques')} pour 100\u202F000 habitants`}
        {place.rate !== null && franceRate !== null ? `\u202F; ${formatDecimal(franceRate, 2)} en France` : null}
        {place.rate !== null && '.'}
        {place.rankByRate === null ? null : (
          <>
            {' '}
            <Ordinal rank={place.rankByRate} gender={kind.gender} />
            {` ${kind.one} sur ${formatInteger(ranked.length)}${tie(othersAt(ranked, 'rankByRate', place))}.`}
          </>
        )}
      </p>
    </div>
  );
}

/** Places that share a figure share the rank. */
export function KeyFigures(props: KeyFiguresProps) {
  const { place, all, kind } = props;
  return (
    <div className="keyfigs">
      <ByNumber place={place} all={all} kind={kind} />
      <ByRate {...props} />
    </div>
  );
}
