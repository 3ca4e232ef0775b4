import { Ordinal } from '@/components/ui/french-text';
import type { AreaFigures } from '@/lib/figures/ranking';
import { formatDecimal, formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { placeName } from '@/lib/geography/place-names';

export type Kind = { one: string; many: string; gender: 'm' | 'f' };
export const REGION: Kind = { one: 'région', many: 'régions', gender: 'f' };
export const DEPARTMENT: Kind = { one: 'département', many: 'départements', gender: 'm' };

type Ranked = AreaFigures & { code: string; name: string; isRanked: boolean; structures: number };

type KeyFiguresProps = {
  area: Ranked;
  all: readonly Ranked[];
  kind: Kind;
  franceRate: number | null;
};

const othersAt = (all: readonly Ranked[], key: 'rankByNumber' | 'rankByRate', area: Ranked) =>
  all.filter((other) => other.code !== area.code && other[key] === area[key]).length;

/** « , à égalité avec 2 autres »; nothing when the rank is not shared. */
const tie = (others: number) =>
  others === 0 ? '' : `, à égalité avec ${formatInteger(others)} ${plural(others, 'autre', 'autres')}`;

function ByNumber({ area, all, kind }: Omit<KeyFiguresProps, 'franceRate'>) {
  if (area.rankByNumber === null) {
    return (
      <div>
        <span className="fig num">{formatInteger(area.structures)}</span>
        <p>
          {plural(area.structures, 'fabrique', 'fabriques')}. Cette collectivité n’est pas classée parmi les {kind.many}
          .
        </p>
      </div>
    );
  }
  const ranked = all.filter(({ isRanked }) => isRanked);
  const first = ranked.find(({ rankByNumber }) => rankByNumber === 1);
  return (
    <div>
      <span className="fig num">
        <Ordinal rank={area.rankByNumber} gender={kind.gender} />
      </span>
      <p>
        {kind.one} par le nombre, sur {formatInteger(ranked.length)}
        {tie(othersAt(ranked, 'rankByNumber', area))}.
        {first && area.rankByNumber !== 1
          ? ` ${kind.gender === 'f' ? 'La première' : 'Le premier'}, ${placeName(first.name)}, en compte ${formatInteger(first.structures)}.`
          : null}
      </p>
    </div>
  );
}

function ByRate({ area, all, kind, franceRate }: KeyFiguresProps) {
  const ranked = all.filter(({ isRanked }) => isRanked);
  return (
    <div>
      <span className="fig num">{area.rate === null ? 'n. p.' : formatDecimal(area.rate, 2)}</span>
      <p>
        {area.rate === null
          ? 'Pour 100\u202F000 habitants\u00A0: non précisé, la population n’est pas connue.'
          : `${plural(area.rate, 'fabrique', 'fabriques')} pour 100\u202F000 habitants`}
        {area.rate !== null && franceRate !== null ? `\u202F; ${formatDecimal(franceRate, 2)} en France` : null}
        {area.rate !== null && '.'}
        {area.rankByRate === null ? null : (
          <>
            {' '}
            <Ordinal rank={area.rankByRate} gender={kind.gender} />
            {` ${kind.one} sur ${formatInteger(ranked.length)}${tie(othersAt(ranked, 'rankByRate', area))}.`}
          </>
        )}
      </p>
    </div>
  );
}

/** Places that share a figure share the rank. */
export function KeyFigures(props: KeyFiguresProps) {
  const { area, all, kind } = props;
  return (
    <div className="keyfigs">
      <ByNumber area={area} all={all} kind={kind} />
      <ByRate {...props} />
    </div>
  );
}
