import type { Map as LeafletMap } from 'leaflet';

/** Zooms step by step. Leaflet drops what is asked while it moves; here each press counts. */
export class ZoomSteps {
  readonly #map: LeafletMap;
  #wanted: number | null = null;

  constructor(map: LeafletMap) {
    this.#map = map;
    map.on('zoomend', this.#goOn);
  }

  by(steps: number): void {
    const from = this.#wanted ?? this.#map.getZoom();
    const wanted = Math.min(Math.max(from + steps, this.#map.getMinZoom()), this.#map.getMaxZoom());
    if (this.#wanted === null && wanted === this.#map.getZoom()) return;
    this.#wanted = wanted;
    this.#map.setZoom(wanted);
  }

  remove(): void {
    this.#map.off('zoomend', this.#goOn);
  }

  #goOn = (): void => {
    const wanted = this.#wanted;
    if (wanted === null) return;
    if (this.#map.getZoom() === wanted) this.#wanted = null;
    else this.#map.setZoom(wanted);
  };
}
