import { MapLegend } from '@/components/map/static/map-legend';
import type { MapAnswer } from '@/lib/directory/map-item';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';

const fabriques = (count: number) => `${formatInteger(count)} ${plural(count, 'fabrique', 'fabriques')}`;

/** « 27 fabriques sur la carte, 1 sans position ». */
export const countInWords = ({ total, withoutPosition }: MapAnswer): string =>
  `${fabriques(total)} sur la carte${withoutPosition > 0 ? `, ${formatInteger(withoutPosition)} sans position` : ''}`;

/** The legend, and what the map cannot show. */
export function MapFoot({ answer }: { answer: MapAnswer | null }) {
  const unplaced = answer?.withoutPosition ?? 0;
  return (
    <div className="lm-foot">
      <MapLegend />
      <p className="soft">
        Disque chiffré{'\u00A0'}: plusieurs fabriques.
        {unplaced > 0 &&
          ` ${fabriques(unplaced)} sans position\u00A0: ${plural(unplaced, 'elle est', 'elles sont')} dans la liste.`}
      </p>
    </div>
  );
}
