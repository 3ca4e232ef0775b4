import { MapLegend } from '@/components/map/static/map-legend';
import type { MapAnswer } from '@/lib/directory/map-item';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';

const fabriques = (count: number) => `${formatInteger(count)} ${plural(count, 'fabrique', 'fabriques')}`;

export const countInWords = ({ total, withoutPosition }: MapAnswer): string =>
  `${fabriques(total)} sur la carte${withoutPosition > 0 ? `, ${formatInteger(withoutPosition)} sans position` : ''}`;

function unseenInWords({ total, withoutPosition }: MapAnswer, all: number): string {
  const outside = Math.max(0, all - total - withoutPosition);
  const parts = [
    outside > 0 && `${formatInteger(outside)} hors de la vue`,
    withoutPosition > 0 && `${formatInteger(withoutPosition)} sans position connue`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? ` Dans la liste seulement\u00A0: ${parts.join(', ')}.` : '';
}

export function MapFoot({ answer, total }: { answer: MapAnswer | null; total: number }) {
  return (
    <div className="lm-foot">
      <MapLegend />
      <p className="soft">
        Disque chiffré{'\u00A0'}: plusieurs fabriques.{answer && unseenInWords(answer, total)}
      </p>
    </div>
  );
}
