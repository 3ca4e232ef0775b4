import type { Map as LeafletMap } from 'leaflet';
import { historyNote, noteInHistory } from '@/components/ui/history-note';

const NAME = 'mapView';

export function noteView(map: LeafletMap): void {
  const { lat, lng } = map.getCenter();
  noteInHistory(NAME, [lat, lng, map.getZoom()]);
}

/** False when nothing was noted. */
export function restoreView(map: LeafletMap): boolean {
  const note = historyNote(NAME);
  if (!Array.isArray(note)) return false;
  const [latitude, longitude, zoom] = note.map(Number);
  if (latitude === undefined || longitude === undefined || zoom === undefined) return false;
  map.setView([latitude, longitude], zoom, { animate: false });
  return true;
}
