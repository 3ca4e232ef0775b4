import { tenth } from './map-view';
import type { Lettered, Numbering } from './territory-numbering';

export function KeyNumbers({ keys }: { keys: Lettered[] }) {
  return keys.map(({ point, spot }) => (
    <text key={point.slug} className="m-key" x={tenth(spot.x)} y={tenth(spot.y)} textAnchor={spot.anchor}>
      {point.key}
    </text>
  ));
}

const ROOMY = 27;

export function InsideNumbers({ symbols, size }: Pick<Numbering, 'symbols' | 'size'>) {
  const figures = size >= ROOMY ? 'm-inside' : 'm-inside m-inside--s';
  return symbols.map(({ slug, key, territory, x, y }) => (
    <text
      key={slug}
      className={territory === 'unknown' ? `${figures} m-inside--unknown` : figures}
      x={tenth(x)}
      y={tenth(y)}
    >
      {key}
    </text>
  ));
}

export function CommuneNames({ communes }: { communes: Lettered[] }) {
  return communes.map(({ point, spot }) => (
    <text key={point.slug} className="m-commune m-wide" x={tenth(spot.x)} y={tenth(spot.y)} textAnchor={spot.anchor}>
      {point.commune}
    </text>
  ));
}
