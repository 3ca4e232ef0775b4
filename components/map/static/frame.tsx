import { type Graduation, graduate, latitudeLabel, longitudeLabel, zebra } from './graduation';
import { boundsOf, type MapView, tenth, unitsPerKm } from './map-view';

const BAND = 5;
const SPACING = 68;

/** With room for the degrees outside the frame. */
export const frameViewBox = ({ width, height }: MapView, below = 0): string =>
  `-24 -24 ${width + 32} ${height + 32 + below}`;

export function Neatline({ view }: { view: MapView }) {
  const { width, height } = view;
  const graduation = graduate(view, SPACING);
  const { meridians, parallels, step } = graduation;
  const [low, high] = [-BAND / 2, BAND / 2];
  const across = zebra(meridians, step, width).map(
    ([from, to]) => `M${from} ${low}H${to}M${from} ${height + high}H${to}`,
  );
  const down = zebra(parallels, step, height).map(
    ([from, to]) => `M${low} ${from}V${to}M${width + high} ${from}V${to}`,
  );
  return (
    <g className="neatline" aria-hidden="true">
      <rect x={-BAND} y={-BAND} width={width + 2 * BAND} height={height + 2 * BAND} />
      <rect width={width} height={height} />
      <path d={[...across, ...down].join('')} strokeWidth={BAND} />
      <Degrees graduation={graduation} view={view} />
    </g>
  );
}

const CORNER = 20;

function Degrees({ graduation, view }: { graduation: Graduation; view: MapView }) {
  return (
    <g className="m-wide">
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
    </g>
  );
}

/** Meridians and parallels, seen on the sea only: the land covers them. */
export function Graticule({ view }: { view: MapView }) {
  const { meridians, parallels } = graduate(view, SPACING);
  const lines = [
    ...meridians.map(({ at }) => `M${tenth(at)} 0V${view.height}`),
    ...parallels.map(({ at }) => `M0 ${tenth(at)}H${view.width}`),
  ];
  return <path className="m-grat" d={lines.join('')} />;
}

const BAR_KM = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const LONGEST_BAR = 112;

/** Scale bar for the middle of the map; where the scale changes much from south to north, it says at which latitude it holds. */
export function ScaleBar({ view }: { view: MapView }) {
  const [, south, , north] = boundsOf(view);
  const middle = (south + north) / 2;
  const perKm = unitsPerKm(view, middle);
  const lengthKm = BAR_KM.findLast((km) => km * perKm <= LONGEST_BAR) ?? 1;
  const half = tenth((lengthKm * perKm) / 2);
  const varies = unitsPerKm(view, north) / unitsPerKm(view, south) > 1.08;
  const label = `${lengthKm}\u00A0km${varies ? ` à ${latitudeLabel(Math.round(middle))}` : ''}`;
  return (
    <g className="m-scale" transform={`translate(20 ${view.height - 18})`} aria-hidden="true">
      <path d={`M0 -4V0H${2 * half}V-4M${half} 0V-4`} />
      <path className="fat" d={`M0 0H${half}`} />
      <text x={2 * half + 6} y="1">
        {label}
      </text>
    </g>
  );
}
