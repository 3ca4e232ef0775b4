import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { franceSheet } from '@/components/site/share-map';
import { mercatorX, mercatorY } from '@/lib/geography/projection';
import { SVG_WORLD } from '@/lib/geography/shapes';
import type { StructureRecord } from '@/lib/structures/record';

/** The sheet shows France in Europe; overseas codes begin with 97 or 98. */
const isOverseas = ({ department }: StructureRecord) => /^9[78]/.test(department.code);

const DIAMOND = 1.24;

/** By hand: the image has neither the styles nor the symbols of the site. */
export function signSvg(territory: StructureRecord['territory'], x: number, y: number, radius: number): string {
  if (territory === 'qpv') return `<circle cx="${x}" cy="${y}" r="${radius}" fill="#c8401f"/>`;
  if (territory === 'rural') {
    const half = radius * DIAMOND;
    return `<path d="M${x} ${y - half}l${half} ${half}-${half} ${half}-${half}-${half}z" fill="#2f6b4f"/>`;
  }
  const width = radius * 0.4;
  return `<circle cx="${x}" cy="${y}" r="${radius - width / 2}" fill="#fbf8f2" stroke="#5b6678" stroke-width="${width}"/>`;
}

/** An image address; null overseas and without a position. */
export async function locatorMap(record: StructureRecord): Promise<string | null> {
  const { longitude, latitude, territory } = record;
  if (longitude === null || latitude === null || isOverseas(record)) return null;
  const shapes = await readFile(path.join(process.cwd(), 'public', 'carte', 'fonds.svg'), 'utf8');
  const [x, y] = [mercatorX(longitude) * SVG_WORLD, mercatorY(latitude) * SVG_WORLD];
  const radius = SVG_WORLD * 0.0011;
  const mark = `<circle cx="${x}" cy="${y}" r="${radius * 1.5}" fill="#fbf8f2"/>${signSvg(territory, x, y, radius)}`;
  return toImage(franceSheet(shapes).replace('</svg>', `${mark}</svg>`));
}

export const toImage = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
