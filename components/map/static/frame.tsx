import { Fragment } from 'react';
import { type Graduation, graduate, latitudeLabel, longitudeLabel, zebra } from './graduation';
import { boundsOf, type MapView, tenth, unitsPerKm } from './map-view';

/** Large drawings write their degrees outside the frame; a phone's drawing keeps only the zebra. */
export type Drawing = 'large' | 'small';

const BAND: Record<Drawing, number> = { large: 5, small: 4 };
const SPACING: Record<Drawing, number> = { large: 68, small: 38 };

export const frameViewBox = ({ width, height }: MapView, drawing: Drawing, below = 0): string =>
  drawing === 'large' ? `-24 -24 ${width + 32} ${height + 32 + below}` : `-5 -5 ${width + 10} ${height + 10 + below}`;

export function Neatline({ view, drawing }: { view: MapView; drawing: Drawing }) {
  const band = BAND[drawing];
  const { width, height } = view;
  const graduation = graduate(view, SPACING[drawing]);
  const { meridians, parallels, step } = graduation;
  const [low, high] = [-band / 2, band / 2];
  const across = zebra(meridians, step, width).map(
    ([from, to]) => `M${from} ${low}H${to}M${from} ${height + high}H${to}`,
  );
  const down = zebra(parallels, step, height).map(
    ([from, to]) => `M${low} ${from}V${to}M${width + high} ${from}V${to}`,
  );
  return (
    <g className="neatline" aria-hidden="true">
      <rect x={-band} y={-band} width={width + 2 * band} height={height + 2 * band} />
      <rect width={width} height={height} />
      <path d={[...across, ...down].join('')} strokeWidth={band} />
      {drawing === 'large' && <Degrees graduation={graduation} view={view} />}
    </g>
  );
}

const CORNER = 20;

function Degrees({ graduation, view }: { graduation: Graduation; view: MapView }) {
  return (
    <Fragment>
      {graduation.meridians
        .filter(({ at }) => at > CORNER && at < view.width - CORNER)
        .map(({ degrees, at }) => (
          <text key={degrees} x={tenth(at)} y="-10" textAnchor="middle">
            {longitudeLabel(degrees)}
          </text>
        ))}
      {graduation.parallels
        .filter(({ at }) => at > CORNER && at < view.height - CORNER)
        .map(({ degrees, at }) => (
          <text key={degrees} transform={`translate(-10 ${tenth(at)})rotate(-90)`} textAnchor="middle">
            {latitudeLabel(degrees)}
          </text>
        ))}
    </Fragment>
  );
}

/** Meridians and parallels, seen on the sea only: the land covers them. */
export function Graticule({ view, drawing }: { view: MapView; drawing: Drawing }) {
  const { meridians, parallels } = graduate(view, SPACING[drawing]);
  const lines = [
    ...meridians.map(({ at }) => `M${tenth(at)} 0V${view.height}`),
    ...parallels.map(({ at }) => `M0 ${tenth(at)}H${view.width}`),
  ];
  return <path className="m-grat" d={lines.join('')} />;
}

const BAR_KM = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const LONGEST_BAR = 112;

/** Scale bar for the middle of the map; where the scale changes much from south to north, it says at which latitude it holds. */
export function ScaleBar({ view, drawing }: { view: MapView; drawing: Drawing }) {
  const [, south, , north] = boundsOf(view);
  const middle = (south + north) / 2;
  const perKm = unitsPerKm(view, middle);
  const lengthKm = BAR_KM.findLast((km) => km * perKm <= LONGEST_BAR) ?? 1;
  const half = tenth((lengthKm * perKm) / 2);
  const varies = unitsPerKm(view, north) / unitsPerKm(view, south) > 1.08;
  const [x, y] = drawing === 'large' ? [20, view.height - 18] : [12, view.height - 12];
  const label = `${lengthKm}\u00A0km${varies ? ` à ${latitudeLabel(Math.round(middle))}` : ''}`;
  return (
    <g className="m-scale" transform={`translate(${x} ${y})`} aria-hidden="true">
      <path d={`M0 -4V0H${2 * half}V-4M${half} 0V-4`} />
      <path className="fat" d={`M0 0H${half}`} />
      <text x={2 * half + 6} y="1">
        {label}
      </text>
    </g>
  );
}
