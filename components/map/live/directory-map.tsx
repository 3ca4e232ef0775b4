'use client';

import { useId, useState } from 'react';
import type { MapAnswer } from '@/lib/directory/map-item';
import { formatInteger } from '@/lib/french/numbers';
import type { Box } from '@/lib/geography/degrees';
import { countInWords, MapFoot } from './map-foot';
import './leaflet-base.css';
import './markers.css';
import './over-map.css';
import './cards.css';
import { BeyondMark } from './beyond-mark';
import { OverseasButtons, ZoomButtons } from './map-controls';
import { MapNotice } from './map-notice';
import { MapSurface } from './map-surface';
import { fitBox, zoomInto } from './map-view-box';
import { MarkerCards } from './marker-cards';
import { TilesCredit } from './tiles-credit';
import { type MapTiles, useFocusAreas, useLiveMap, useTiles } from './use-live-map';
import { useMapAnswer } from './use-map-answer';
import { type Positions, useMapHighlight } from './use-map-highlight';
import { splits, useOpenedMarker, useShownMarkers } from './use-opened-marker';

type DirectoryMapProps = {
  /** Without page and sort; empty for the whole directory. */
  query: string;
  total: number;
  box: Box;
  /** Came with the page, shown until the map has asked for its own. */
  initial: MapAnswer | null;
  tiles: MapTiles | null;
  highlightedId: string | null;
  /** By id: a listed structure is then found inside its cluster. */
  positions: Positions;
  onHighlight(id: string | null): void;
  onSearchZone(box: Box): void;
};

const mapName = (total: number) => (total > 1 ? `Carte des ${formatInteger(total)} fabriques` : 'Carte des fabriques');

export default function DirectoryMap(props: DirectoryMapProps) {
  const { query, box, initial, tiles } = props;
  const [isStill] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  const helpId = useId();
  const { live, onReady } = useLiveMap(helpId, {
    onOpen: (item, key) => {
      if (!live) return;
      if (splits(live.map, item)) zoomInto(live.map, item, !isStill);
      else open(item, key);
    },
    onPoint: (item) => point(item),
    onClose: () => {
      close();
      clear();
    },
  });
  const { answer, followsMove, ...notice } = useMapAnswer({ live, query, box, initial });
  const { opened, open, close } = useOpenedMarker(answer);
  const { chosen, beyond, clear, stay, point } = useMapHighlight({ ...props, answer });
  useFocusAreas(live, query);
  useTiles(live, tiles?.url);
  useShownMarkers({ live, answer, chosen, opened });

  return (
    <section className="lm" aria-label={mapName(answer?.total ?? 0)}>
      <div className="lm-stage">
        <MapSurface box={box} hasTiles={tiles !== null} isStill={isStill} onReady={onReady} />
        <p id={helpId} className="lm-keys">
          Flèches : une fabrique après l’autre. Entrée : ouvrir. + et − : zoomer. Maj et flèches : déplacer. Échap :
          fermer.
        </p>
        <MapNotice live={live} {...notice} onSearchZone={props.onSearchZone} />
        <div className="lm-over">
          {live && answer && (
            <MarkerCards
              {...{ live, answer, opened, chosen, query }}
              onClose={close}
              onEnter={stay}
              onLeave={() => point(null)}
            />
          )}
          {live && beyond && <BeyondMark map={live.map} position={beyond} />}
          <div className="lm-controls">
            <OverseasButtons onShow={(shown) => live && fitBox(live.map, shown, !isStill)} />
            {live && <ZoomButtons map={live.map} onZoom={(steps) => live.zoom.by(steps)} />}
          </div>
        </div>
        {tiles && <TilesCredit credit={tiles.credit} />}
      </div>
      <MapFoot answer={answer} total={props.total} />
      <p className="vh" aria-live="polite">
        {followsMove && answer && countInWords(answer)}
      </p>
    </section>
  );
}
