import { mercatorX, mercatorY } from '@/lib/geography/projection';
import { SVG_WORLD } from '@/lib/geography/shapes';

const WEST = -6.2;
const EAST = 10.6;
const SOUTH = 41.0;
const NORTH = 51.5;

const shape = (shapesSvg: string, id: string): string =>
  new RegExp(`<path id="${id}"[^>]* d="([^"]+)"`).exec(shapesSvg)?.[1] ?? '';

/** From the text of the site's own shapes, in the colours of the light theme. */
export function franceSheet(shapesSvg: string): string {
  const left = mercatorX(WEST) * SVG_WORLD;
  const top = mercatorY(NORTH) * SVG_WORLD;
  const width = mercatorX(EAST) * SVG_WORLD - left;
  const height = mercatorY(SOUTH) * SVG_WORLD - top;
  const line = (share: number) => (width * share).toFixed(0);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${(520 * width) / height}" height="520">
<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#d9e6ec"/>
<path d="${shape(shapesSvg, 'voisins')}" fill="#e7dfcf"/>
<path d="${shape(shapesSvg, 'terre')}" fill="#fffcf5" stroke="#1b2a41" stroke-width="${line(0.003)}" stroke-linejoin="round"/>
<path d="${shape(shapesSvg, 'limites-regions')}" fill="none" stroke="#7f7461" stroke-width="${line(0.0022)}"/>
</svg>`;
}
