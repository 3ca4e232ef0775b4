import type { Map as LeafletMap } from 'leaflet';
import { historyNote, noteInHistory } from '@/components/ui/history-note';

const NAME = 'mapView';

/** Keeps where the map is with this entry of the history. */
export function noteView(map: LeafletMap): void {
  const { lat, lng } = map.getCenter();
  noteInHistory(NAME, [lat, lng, map.getZoom()]);
}

/** Puts the map back where it was when the reader left this entry; false when nothing was noted there. */
export function restoreView(map: LeafletMap): boolean {
  const note = historyNote(NAME);
  if (!Array.isArray(note)) return false;
  const [latitude, longitude, zoom] = note.map(Number);
  if (latitude === undefined || longitude === undefined || zoom === undefined) return false;
  map.setView([latitude, longitude], zoom, { animate: false });
  return true;
}
