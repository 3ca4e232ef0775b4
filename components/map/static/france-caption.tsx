import { recordHref } from '@/lib/domain/public-href';
import { formatInteger } from '@/lib/french/numbers';
import { atPlace, listInWords, plural } from '@/lib/french/words';
import { outsideFrance } from './france-layout';
import { MapLegend } from './map-legend';
import type { MapPoint } from './map-point';
import { MOST_SPREAD } from './spread';

export type Unlocated = { slug: string; name: string; commune: string | null };

const MOST_NAMED = 5;

type FranceCaptionProps = { points: MapPoint[]; located: number; unlocated: Unlocated[]; withoutPosition: number };

export function FranceCaption({ points, located, unlocated, withoutPosition }: FranceCaptionProps) {
  const isSample = located > points.length;
  // Among a few of many, those outside the frame tell nothing of how many there are.
  const outside = isSample ? [] : outsideFrance(points);
  const shown = located - outside.length;
  const apart =
    isSample || points.length > MOST_SPREAD
      ? 'Un signe peut compter plusieurs fabriques.'
      : 'Signes un peu écartés pour rester lisibles.';
  return (
    <figcaption className="cartouche">
      <MapLegend />
      <span>
        Chaque région est un lien. {apart} {formatInteger(shown)} {plural(shown, 'placée', 'placées')}
        <Outside outside={outside} />
        <WithoutPosition unlocated={unlocated} count={withoutPosition} />.
      </span>
    </figcaption>
  );
}

function Outside({ outside }: { outside: MapPoint[] }) {
  if (outside.length === 0) return null;
  const communes = [...new Set(outside.map(({ commune }) => commune))].slice(0, MOST_NAMED);
  return (
    <>
      {'\u202F; '}
      {formatInteger(outside.length)} hors du cadre ({listInWords(communes)})
    </>
  );
}

function WithoutPosition({ unlocated, count: many }: { unlocated: Unlocated[]; count: number }) {
  if (many === 0) return null;
  const count = `${formatInteger(many)} sans position connue`;
  if (many > MOST_NAMED) return `\u202F; ${count}`;
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
