import { DivIcon, type LatLng, type Map as LeafletMap, Marker, point } from 'leaflet';
import { spread } from '@/components/map/static/spread';
import { isSingle, isSplittable, type MapAnswer, type MapItem } from '@/lib/directory/map-item';
import { classOf, faceOf, nameOf, reachOf } from './marker-face';
import { indexAfter, intentOf, type MapIntent } from './marker-keys';
import { heirOf, itemKey } from './same-item';

type MarkerEvents = {
  open(item: MapItem, key: string): void;
  point(item: MapItem | null): void;
  close(): void;
  zoom(steps: number): void;
};

type Drawn = { key: string; item: MapItem; marker: Marker; element: HTMLElement };

const PAN_STEP = 120;
/** From here on a commune fills the view, and its centre is only one of its places. */
const CLOSE_ZOOM = 12;
/** For the controls over the map. */
const FOCUS_ROOM = point(64, 72);
/** Room round the discs while they are pushed apart, so that the frame of that computation holds none of them back. */
const LOOSE = 1000;

/** Symbols of 10 pixels on France, of 16 on a région. */
const signSize = (zoom: number): number => Math.round(Math.min(16, Math.max(10, 10 + (zoom - 5.5) * 3)));

/** Drawn without React, in reading order, which is that of the answer: one Tab stop, arrows between them. */
export class MarkerLayer {
  readonly #map: LeafletMap;
  readonly #pane: HTMLElement;
  readonly #events: MarkerEvents;
  #drawn: Drawn[] = [];
  #current: Drawn | undefined;
  /** What the reader went to last: from zoom to zoom focus stands for it, so that out and in again is back. */
  #origin: MapItem | undefined;
  #under: Drawn | undefined;
  #zoom = 0;
  #isRestoring = false;
  #marked: { chosen: string | null; opened: string | null } = { chosen: null, opened: null };

  constructor(map: LeafletMap, events: MarkerEvents, describedBy: string) {
    this.#map = map;
    this.#events = events;
    this.#pane = map.getPane('markerPane') ?? map.getContainer();
    this.#pane.setAttribute('role', 'group');
    this.#pane.setAttribute('aria-label', 'Fabriques sur la carte, du nord au sud');
    this.#pane.setAttribute('aria-describedby', describedBy);
    this.#pane.addEventListener('keydown', this.#onKey);
    this.#pane.addEventListener('focusin', this.#onFocus);
    this.#pane.addEventListener('focusout', this.#onBlur);
    map.on('zoomend', this.#place);
    map.on('moveend', this.#onMove);
    this.#keepOneStop();
  }

  /** What it still shows keeps its marker; focus goes to what now stands where it was. */
  show(answer: MapAnswer): void {
    const hadFocus = this.#hasFocus();
    const kept = new Map(this.#drawn.map((drawn) => [drawn.key, drawn]));
    this.#drawn = answer.items.map((item) => {
      const key = itemKey(item, answer.zoom);
      const drawn = kept.get(key);
      if (drawn === undefined || nameOf(drawn.item) !== nameOf(item)) return this.#draw(key, item);
      kept.delete(key);
      return Object.assign(drawn, { item });
    });
    this.#zoom = answer.zoom;
    this.#keepOrder();
    this.#place();
    this.mark(this.#marked);
    this.#settle(hadFocus);
    for (const { marker } of kept.values()) marker.remove();
  }

  /** Says the opened one to everyone. */
  mark(keys: { chosen: string | null; opened: string | null }): void {
    this.#marked = keys;
    for (const { key, marker, element, item } of this.#drawn) {
      const isRaised = key === keys.chosen || key === keys.opened;
      element.classList.toggle('is-chosen', isRaised);
      marker.setZIndexOffset(isRaised ? 1000 : 0);
      if (isSingle(item) || !isSplittable(item)) element.setAttribute('aria-expanded', String(key === keys.opened));
    }
  }

  focus(key?: string): void {
    const wanted = this.#drawn.find((drawn) => drawn.key === key);
    if (wanted) this.#makeCurrent(wanted);
    (this.#current?.element ?? this.#pane).focus();
  }

  /** Others may have pushed it a little. */
  positionOf(key: string): LatLng | undefined {
    return this.#drawn.find((drawn) => drawn.key === key)?.marker.getLatLng();
  }

  /** In pixels of the map: names and cards make room for them. */
  discs(exceptKey?: string): { x: number; y: number; radius: number }[] {
    return this.#drawn
      .filter(({ key }) => key !== exceptKey)
      .map(({ item, marker }) => {
        const { x, y } = this.#map.latLngToContainerPoint(marker.getLatLng());
        return { x, y, radius: reachOf(item) };
      });
  }

  remove(): void {
    this.#map.off('zoomend', this.#place);
    this.#map.off('moveend', this.#onMove);
    for (const { marker } of this.#drawn) marker.remove();
  }

  #draw(key: string, item: MapItem): Drawn {
    const icon = new DivIcon({ className: classOf(item), html: faceOf(item), iconSize: undefined });
    const marker = new Marker([item.latitude, item.longitude], { icon, keyboard: false, riseOnHover: true });
    marker.addTo(this.#map);
    const element = marker.getElement() ?? document.createElement('div');
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', nameOf(item));
    if (isSingle(item) || !isSplittable(item)) element.setAttribute('aria-haspopup', 'dialog');
    const drawn: Drawn = { key, item, marker, element };
    marker.on('click', () => {
      this.#makeCurrent(drawn);
      this.#events.open(drawn.item, drawn.key);
    });
    marker.on('mouseover', () => {
      this.#under = drawn;
      this.#events.point(drawn.item);
    });
    // A marker taken away from under the pointer is never left by it.
    marker.on('mouseout remove', () => {
      if (this.#under !== drawn) return;
      this.#under = undefined;
      this.#events.point(null);
    });
    return drawn;
  }

  /** Where the reader was, else what is nearest to it, else the layer itself. */
  #settle(hasFocus: boolean): void {
    const view = this.#map.getBounds();
    const items = this.#drawn.filter(({ marker }) => view.contains(marker.getLatLng())).map(({ item }) => item);
    const heir = this.#origin ? heirOf(this.#origin, { zoom: this.#zoom, items }) : items[0];
    this.#current = this.#drawn.find(({ item }) => item === heir);
    this.#keepOneStop();
    if (!hasFocus) return;
    this.#isRestoring = true;
    this.focus();
    this.#isRestoring = false;
  }

  #onMove = (): void => this.#settle(this.#hasFocus());

  #hasFocus = (): boolean => this.#pane.contains(document.activeElement);

  #makeCurrent(drawn: Drawn): void {
    this.#current = drawn;
    if (!this.#isRestoring) this.#origin = drawn.item;
    this.#keepOneStop();
  }

  #keepOneStop(): void {
    for (const drawn of this.#drawn) drawn.element.tabIndex = drawn === this.#current ? 0 : -1;
    if (this.#current) this.#pane.removeAttribute('tabindex');
    else this.#pane.tabIndex = 0;
  }

  /** A screen reader walks the document: its order is the reading order. Only what stands wrong is moved. */
  #keepOrder(): void {
    this.#drawn.forEach(({ element }, at) => {
      const there = this.#pane.children[at] ?? null;
      if (there !== element) this.#pane.insertBefore(element, there);
    });
  }

  #place = (): void => {
    const zoom = this.#map.getZoom();
    this.#pane.style.setProperty('--sign', `${signSize(zoom)}px`);
    this.#pane.classList.toggle('is-close', zoom >= CLOSE_ZOOM);
    const wanted = this.#drawn.map(({ item }) => this.#map.project([item.latitude, item.longitude], zoom));
    const [left, top] = [Math.min(...wanted.map(({ x }) => x)) - LOOSE, Math.min(...wanted.map(({ y }) => y)) - LOOSE];
    const size = { width: 2 ** 30, height: 2 ** 30 };
    const discs = this.#drawn.map(({ item }, at) => {
      const { x, y } = wanted[at] ?? point(0, 0);
      return { x: x - left, y: y - top, radius: reachOf(item) };
    });
    spread(discs, size).forEach(({ x, y }, at) => {
      this.#drawn[at]?.marker.setLatLng(this.#map.unproject([x + left, y + top], zoom));
    });
  };

  #onFocus = (event: FocusEvent): void => {
    const drawn = this.#drawn.find(({ element }) => element === event.target);
    if (!drawn) return;
    this.#makeCurrent(drawn);
    this.#events.point(drawn.item);
    if (!this.#isRestoring && drawn.element.matches(':focus-visible'))
      this.#map.panInside(drawn.marker.getLatLng(), { padding: FOCUS_ROOM, animate: false });
  };

  #onBlur = (): void => this.#events.point(null);

  #onKey = (event: KeyboardEvent): void => {
    const intent = intentOf(event);
    if (!intent) return;
    event.preventDefault();
    event.stopPropagation();
    this.#obey(intent);
  };

  #obey(intent: MapIntent): void {
    const current = this.#current;
    if (intent.act === 'zoom') this.#events.zoom(intent.by);
    else if (intent.act === 'pan')
      this.#map.panBy([intent.right * PAN_STEP, intent.down * PAN_STEP], { animate: false });
    else if (intent.act === 'close') this.#events.close();
    else if (current && intent.act === 'open') this.#events.open(current.item, current.key);
    else if (intent.act === 'go') {
      const from = this.#drawn.findIndex((drawn) => drawn === current);
      const next = this.#drawn[indexAfter(intent.step, from, this.#drawn.length)];
      if (next) this.focus(next.key);
    }
  }
}
