import { addressableBox } from '@/components/map/live/map-query';
import { DirectoryStaticMap } from '@/components/map/static/directory-static-map';
import { directoryHref, narrow } from '@/lib/directory/href';
import type { MapCluster } from '@/lib/directory/map-item';
import type { DirectoryView } from './directory-view';

/** Members on the very edge of a cluster's bounds stay inside its zone, in degrees. */
const EDGE = 0.0001;

type PlainMapProps = { view: DirectoryView; recordSuffix: string };

/** The map without JavaScript: a cluster leads to the list of what it holds. */
export function PlainMap({ view: { filter, total, map }, recordSuffix }: PlainMapProps) {
  const clusterHref = ({ bounds }: MapCluster) => directoryHref(narrow(filter, { zone: addressableBox(bounds, EDGE) }));
  return (
    <DirectoryStaticMap
      items={map.initial.items}
      box={map.box}
      total={total}
      withoutPosition={map.initial.withoutPosition}
      clusterHref={clusterHref}
      recordSuffix={recordSuffix}
    />
  );
}
