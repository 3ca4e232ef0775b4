import { NumberedGroup } from '@/components/territories/numbered-group';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { directoryHref } from '@/lib/directory/href';
import { type Laureate, MOST_LISTED } from '@/lib/figures/laureates';
import { formatInteger } from '@/lib/french/numbers';
import { placeName } from '@/lib/geography/place-names';

type RegionGroup = { code: string; slug: string; name: string; count: number };

type LaureatesByRegionProps = {
  waveId: string;
  laureates: readonly Laureate[];
  /** The régions of the wave with what each counts, in the order of the list. */
  regions: readonly RegionGroup[];
  filter: DirectoryFilter;
  total: number;
};

/** The names of a wave, région by région; each région leads to its own announcement. */
export function LaureatesByRegion({ waveId, laureates, regions, filter, total }: LaureatesByRegionProps) {
  return (
    <>
      {total > MOST_LISTED ? (
        <p className="note mb-6">
          Voici les {formatInteger(laureates.length)} premiers noms.{' '}
          <a href={directoryHref(filter)}>Les {formatInteger(total)} sont dans l’annuaire</a>.
        </p>
      ) : null}
      <div className="by-wave">
        {regions.map(({ code, slug, name, count }) => (
          <NumberedGroup
            key={code}
            id={`region-${slug}`}
            title={placeName(name)}
            href={`/vagues/${waveId}/${slug}`}
            aside={formatInteger(count)}
            laureates={laureates.filter(({ regionCode }) => regionCode === code)}
          />
        ))}
      </div>
    </>
  );
}
