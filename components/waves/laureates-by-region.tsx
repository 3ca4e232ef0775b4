import { NumberedGroup } from '@/components/territories/numbered-group';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { directoryHref } from '@/lib/directory/href';
import { publicWaveHref } from '@/lib/domain/public-href';
import { type Laureate, MOST_LISTED } from '@/lib/figures/laureates';
import { formatInteger } from '@/lib/french/numbers';
import { placeName } from '@/lib/geography/place-names';

type RegionGroup = { code: string; slug: string; name: string; count: number };

type LaureatesByRegionProps = {
  waveId: string;
  laureates: readonly Laureate[];
  regions: readonly RegionGroup[];
  filter: DirectoryFilter;
  total: number;
};

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
            href={publicWaveHref(waveId, slug)}
            aside={formatInteger(count)}
            laureates={laureates.filter(({ regionCode }) => regionCode === code)}
          />
        ))}
      </div>
    </>
  );
}
