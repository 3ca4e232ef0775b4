import { recordHref } from '@/lib/domain/public-href';
import { formatInteger } from '@/lib/french/numbers';
import { atPlace, listInWords, plural } from '@/lib/french/words';
import type { FrancePlan } from './france-plan';
import { MapLegend } from './map-legend';

const MOST_NAMED = 5;

export function FranceCaption({ plan }: { plan: FrancePlan }) {
  const { located, outside, isSummed } = plan;
  const shown = located - outside.count;
  const apart = isSummed ? 'Un signe peut compter plusieurs fabriques.' : 'Signes un peu écartés pour rester lisibles.';
  return (
    <figcaption className="cartouche">
      <MapLegend />
      <span>
        Chaque région est un lien. {apart} {formatInteger(shown)} {plural(shown, 'placée', 'placées')}
        <Outside outside={outside} />
        <WithoutPosition {...plan} />.
      </span>
    </figcaption>
  );
}

function Outside({ outside: { count, communes } }: Pick<FrancePlan, 'outside'>) {
  if (count === 0) return null;
  return (
    <>
      {'\u202F; '}
      {formatInteger(count)} hors du cadre ({listInWords(communes.slice(0, MOST_NAMED))})
    </>
  );
}

function WithoutPosition({ unlocated, withoutPosition }: Pick<FrancePlan, 'unlocated' | 'withoutPosition'>) {
  if (withoutPosition === 0) return null;
  const count = `${formatInteger(withoutPosition)} sans position connue`;
  if (withoutPosition > MOST_NAMED) return `\u202F; ${count}`;
  return (
    <>
      {`\u202F; ${count}\u00A0: `}
      {unlocated.map(({ slug, name, commune }, at) => (
        <span key={slug}>
          {at > 0 && ', '}
          <a href={recordHref(slug)}>{name}</a>
          {commune !== null && `, ${atPlace(commune)}`}
        </span>
      ))}
    </>
  );
}
