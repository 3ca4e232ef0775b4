import type { Map as LeafletMap } from 'leaflet';
import type { Coordinates } from '@/lib/geography/degrees';
import { KnownTowns } from './known-towns';
import { viewBox } from './map-view-box';
import { type Disc, layOutNames, type PlacedName } from './name-layout';
import { nameTiles } from './name-tiles';
import { WIDE_NAMES } from './wide-names';

const PANE = 'names';
/** For the eye: the list and the names of the markers say where one is. */
export class NamesLayer {
  readonly #map: LeafletMap;
  readonly #discs: () => Disc[];
  readonly #svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  readonly #towns = new KnownTowns(() => this.refresh());
  #shown = true;

  constructor(map: LeafletMap, discs: () => Disc[]) {
    this.#map = map;
    this.#discs = discs;
    const pane = map.createPane(PANE);
    pane.style.zIndex = '450';
    this.#svg.setAttribute('class', 'lm-names');
    this.#svg.setAttribute('aria-hidden', 'true');
    pane.append(this.#svg);
    map.on('zoomstart', this.#hide);
    map.on('moveend', this.refresh);
  }

  /** Tiles bring names of their own. */
  setShown(shown: boolean): void {
    this.#shown = shown;
    this.refresh();
  }

  refresh = (): void => {
    const { x: width, y: height } = this.#map.getSize();
    if (!this.#shown || width === 0 || height === 0) return this.#hide();
    const window = {
      width,
      height,
      toPoint: ({ longitude, latitude }: Coordinates) => this.#map.latLngToContainerPoint([latitude, longitude]),
    };
    const towns = this.#towns.in(nameTiles(viewBox(this.#map), this.#map.getZoom()));
    const names = layOutNames(window, { towns, wide: WIDE_NAMES, discs: this.#discs(), controls: this.#controls() });
    const origin = this.#map.containerPointToLayerPoint([0, 0]);
    this.#svg.style.transform = `translate(${origin.x}px, ${origin.y}px)`;
    this.#svg.replaceChildren(...names.flatMap(drawName));
  };

  remove(): void {
    this.#towns.stop();
    this.#map.off('zoomstart', this.#hide);
    this.#map.off('moveend', this.refresh);
    this.#svg.remove();
  }

  #hide = (): void => this.#svg.replaceChildren();

  #controls() {
    const { left, top } = this.#map.getContainer().getBoundingClientRect();
    const controls = this.#map.getContainer().parentElement?.querySelectorAll('[data-over-map]') ?? [];
    return [...controls].map((control) => {
      const { x, y, width, height } = control.getBoundingClientRect();
      return { x: x - left, y: y - top, width, height };
    });
  }
}

function drawName({ text, look, x, y, anchor, dot }: PlacedName): SVGElement[] {
  const label = svgElement('text', { class: `m-${look}`, x, y, 'text-anchor': anchor });
  label.textContent = text;
  return dot ? [svgElement('circle', { class: 'm-towndot', cx: dot.x, cy: dot.y, r: 2 }), label] : [label];
}

function svgElement(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
