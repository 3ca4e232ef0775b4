import { cellSize, clampBox, snapToCells } from '@/lib/directory/map-item';
import { type Box, roundDegrees } from '@/lib/geography/degrees';
import { latitudeAt, longitudeAt, mercatorX, mercatorY } from '@/lib/geography/projection';

/** Cells of a zoom three steps coarser are 512 pixels wide: a few fill a pane. */
const COARSER = 3;

/** Squares of about 512 pixels: a big city in a corner does not silence the rest, and a move asks only for what is new. */
export function nameTiles(view: Box, mapZoom: number): Box[] {
  const zoom = Math.max(Math.round(mapZoom) - COARSER, 0);
  const [west, south, east, north] = snapToCells(clampBox(view), zoom);
  const size = cellSize(zoom);
  const [left, top] = [Math.round(mercatorX(west) / size), Math.round(mercatorY(north) / size)];
  const [right, bottom] = [Math.round(mercatorX(east) / size), Math.round(mercatorY(south) / size)];
  const tiles: Box[] = [];
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      tiles.push([
        roundDegrees(longitudeAt(column * size), 5),
        roundDegrees(latitudeAt((row + 1) * size), 5),
        roundDegrees(longitudeAt((column + 1) * size), 5),
        roundDegrees(latitudeAt(row * size), 5),
      ]);
    }
  }
  return tiles;
}
