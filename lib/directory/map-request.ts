import type { Box } from '@/lib/geography/degrees';
import { clampBox, MAX_ZOOM } from './map-item';
import type { IgnoredParameter } from './parse-filter';

const NUMBER = /^-?\d{1,9}(\.\d{1,20})?(e-\d{1,3})?$/i;

const BOX_SENTENCE = 'quatre nombres de degrés : ouest,sud,est,nord';
const ZOOM_SENTENCE = `un nombre entier de 0 à ${MAX_ZOOM}`;

/** Whatever the decimals; a box larger than the world is cut to it. Null when it is no box. */
export function readBbox(text: string): Box | null {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length !== 4 || !parts.every((part) => NUMBER.test(part))) return null;
  const [west = 0, south = 0, east = 0, north = 0] = parts.map(Number);
  if (Math.abs(south) > 90 || Math.abs(north) > 90) return null;
  const box = clampBox([west, south, east, north]);
  return box[0] < box[2] && box[1] < box[3] ? box : null;
}

export function parseMapRequest(query: URLSearchParams): {
  view: { box: Box; zoom: number } | null;
  ignored: IgnoredParameter[];
} {
  const boxes = query.getAll('bbox');
  const zooms = query.getAll('zoom');
  const box = boxes.length === 1 ? readBbox(boxes[0] ?? '') : null;
  const zoom = zooms.length === 1 && /^\d{1,2}$/.test(zooms[0]?.trim() ?? '') ? Number(zooms[0]) : Number.NaN;
  const ignored: IgnoredParameter[] = [];
  if (box === null) ignored.push({ key: 'bbox', reason: BOX_SENTENCE });
  if (!(zoom <= MAX_ZOOM)) ignored.push({ key: 'zoom', reason: ZOOM_SENTENCE });
  return { view: box && ignored.length === 0 ? { box, zoom } : null, ignored };
}
