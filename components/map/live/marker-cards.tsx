import { isSingle, type MapAnswer, type MapItem } from '@/lib/directory/map-item';
import { recordHref } from '@/lib/domain/public-href';
import { GroupList } from './group-list';
import { MapCard, MarkerPreview, SingleDetails } from './map-card';
import { nameOf, reachOf } from './marker-face';
import { itemKey } from './same-item';
import type { LiveMap } from './use-live-map';
import type { Opened } from './use-opened-marker';

type MarkerCardsProps = {
  live: LiveMap;
  answer: MapAnswer;
  opened: Opened | null;
  chosen: MapItem | undefined;
  query: string;
  onClose(): void;
  onEnter(): void;
  onLeave(): void;
};

export function MarkerCards({ live, answer, opened, chosen, query, ...events }: MarkerCardsProps) {
  const anchorOf = (item: MapItem, markerKey: string) => ({ ...live, markerKey, radius: reachOf(item) });
  if (opened) {
    const { item, key } = opened;
    return (
      <MapCard key={key} anchor={anchorOf(item, key)} name={nameOf(item)} onClose={events.onClose}>
        {isSingle(item) ? (
          <SingleDetails item={item} href={recordHref(item.slug)} />
        ) : (
          <GroupList item={item} query={query} />
        )}
      </MapCard>
    );
  }
  if (!chosen || !isSingle(chosen)) return null;
  const anchor = anchorOf(chosen, itemKey(chosen, answer.zoom));
  return <MarkerPreview anchor={anchor} item={chosen} onEnter={events.onEnter} onLeave={events.onLeave} />;
}
