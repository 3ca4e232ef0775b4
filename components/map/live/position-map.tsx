'use client';

import { divIcon, type Map as LeafletMap, Marker } from 'leaflet';
import { useCallback, useState } from 'react';
import { GroundLayer } from './ground-layer';
import { OverseasButtons, ZoomButtons } from './map-controls';
import { MapSurface } from './map-surface';
import { fitBox } from './map-view-box';
import { NamesLayer } from './names-layer';
import './leaflet-base.css';
import './markers.css';
import './over-map.css';

type PositionMapProps = { latitudeId: string; longitudeId: string };

const FRANCE = { west: -5.2, south: 41.2, east: 9.7, north: 51.2 };
const CLOSE_ZOOM = 12;
const STEP = 4;
const LONG_STEP = 40;
const MOVES: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const inputOf = (id: string) => document.getElementById(id) as HTMLInputElement | null;
const read = (id: string) => {
  const text = inputOf(id)?.value.trim().replace(',', '.');
  return text ? Number(text) : Number.NaN;
};

/** As a hand would, so that the form knows that it changed. */
function write(id: string, value: number) {
  const input = inputOf(id);
  if (!input) return;
  input.value = value.toFixed(6).replace('.', ',');
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

const pin = () =>
  divIcon({
    className: 'pin',
    iconSize: [44, 44],
    iconAnchor: [22, 40],
    html: '<svg viewBox="0 0 22 22" width="44" height="44" aria-hidden="true"><path d="M11 20s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11z" fill="var(--ink)" stroke="var(--paper)" stroke-width="1.2"/><circle cx="11" cy="9" r="2.3" fill="var(--paper)"/></svg>',
  });

/** In step with the two fields both ways. */
function drawPin(map: LeafletMap, { latitudeId, longitudeId }: PositionMapProps): () => void {
  const marker = new Marker(map.getCenter(), { icon: pin(), draggable: true, keyboard: true, alt: '' });
  const follow = () => {
    const [latitude, longitude] = [read(latitudeId), read(longitudeId)];
    if (Number.isNaN(latitude) || Number.isNaN(longitude) || Math.abs(latitude) > 85) return;
    marker.setLatLng([latitude, longitude]);
    if (!map.getBounds().contains([latitude, longitude]) || map.getZoom() < 9) {
      map.setView([latitude, longitude], CLOSE_ZOOM, { animate: false });
    }
  };
  const writePosition = () => {
    const { lat, lng } = marker.getLatLng();
    write(latitudeId, lat);
    write(longitudeId, lng);
  };
  marker.addTo(map);
  follow();
  marker.on('dragend', writePosition);
  const element = marker.getElement();
  element?.setAttribute('aria-label', 'Position de la structure. Flèches : déplacer, avec Maj plus loin.');
  const press = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? LONG_STEP : STEP;
    marker.setLatLng(
      map.containerPointToLatLng(map.latLngToContainerPoint(marker.getLatLng()).add([move[0] * step, move[1] * step])),
    );
    map.panInside(marker.getLatLng(), { padding: [60, 60], animate: false });
    writePosition();
  };
  element?.addEventListener('keydown', press);
  const inputs = [inputOf(latitudeId), inputOf(longitudeId)];
  for (const input of inputs) input?.addEventListener('change', follow);
  return () => {
    for (const input of inputs) input?.removeEventListener('change', follow);
    element?.removeEventListener('keydown', press);
    marker.remove();
  };
}

export default function PositionMap({ latitudeId, longitudeId }: PositionMapProps) {
  const [live, setLive] = useState<LeafletMap | null>(null);
  const onReady = useCallback(
    (map: LeafletMap | null) => {
      if (!map) return undefined;
      const ground = new GroundLayer(map);
      const names = new NamesLayer(map, () => []);
      const takePin = drawPin(map, { latitudeId, longitudeId });
      setLive(map);
      return () => {
        setLive(null);
        takePin();
        names.remove();
        ground.remove();
      };
    },
    [latitudeId, longitudeId],
  );
  return (
    <section className="lm position-map" aria-label="Carte pour placer la structure">
      <div className="lm-stage">
        <MapSurface
          box={[FRANCE.west, FRANCE.south, FRANCE.east, FRANCE.north]}
          hasTiles={false}
          isStill
          onReady={onReady}
        />
        {live ? (
          <div className="lm-over">
            <div className="lm-controls">
              <OverseasButtons onShow={(box) => fitBox(live, box, false)} />
              <ZoomButtons map={live} onZoom={(steps) => live.setZoom(live.getZoom() + steps, { animate: false })} />
            </div>
          </div>
        ) : null}
      </div>
      <p className="soft">Tirez le point, ou donnez-lui le focus puis utilisez les flèches.</p>
    </section>
  );
}
