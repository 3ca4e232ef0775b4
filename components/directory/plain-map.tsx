import { addressableBox } from '@/components/map/live/map-query';
import { OVERSEAS_REGIONS } from '@/components/map/overseas';
import { DirectoryStaticMap } from '@/components/map/static/directory-static-map';
import { focusAreas } from '@/components/map/static/focus-areas';
import { directoryHref, directoryQuery, updateFilter } from '@/lib/directory/href';
import type { MapCluster } from '@/lib/directory/map-item';
import { formatInteger } from '@/lib/french/numbers';
import { placeName } from '@/lib/geography/place-names';
import type { DirectoryView } from './directory-view';

/** Members on the very edge of a cluster's bounds stay inside its zone, in degrees. */
const EDGE = 0.0001;

export function PlainMap({ view }: { view: DirectoryView }) {
  const { filter, total, map } = view;
  const clusterHref = ({ bounds }: MapCluster) =>
    directoryHref(updateFilter(filter, { zone: addressableBox(bounds, EDGE) }));
  return (
    <DirectoryStaticMap
      items={map.initial.items}
      box={map.box}
      total={total}
      withoutPosition={map.initial.withoutPosition}
      clusterHref={clusterHref}
      focus={focusAreas(directoryQuery(filter))}
      towns={map.towns.map(([name, longitude, latitude]) => ({ name, longitude, latitude }))}
    >
      <OverseasLinks view={view} />
    </DirectoryStaticMap>
  );
}

/** The frame of the map is France in Europe, or what the filter leaves of the world. */
function OverseasLinks({ view: { filter, facets } }: { view: DirectoryView }) {
  const isAsked = (slug: string) => filter.region.length === 0 || filter.region.includes(slug);
  const regions = OVERSEAS_REGIONS.flatMap(
    (slug) => facets.region.find(({ value, count }) => value === slug && count > 0 && isAsked(slug)) ?? [],
  );
  if (regions.length === 0 || (filter.region.length === 1 && regions.length === 1)) return null;
  return (
    <ul className="plain-overseas" aria-label="Outre-mer">
      {regions.map(({ value, label, count }) => (
        <li key={value}>
          <a href={directoryHref(updateFilter(filter, { region: [value] }))}>
            {placeName(label)} <span className="num">({formatInteger(count)})</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
