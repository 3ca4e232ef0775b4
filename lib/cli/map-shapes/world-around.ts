import type { Box } from '@/lib/geography/clip';

/** Each overlaps its neighbours a little so that no seam is seen. */
export function worldAround(boxes: Box[], overlap: number): Box[] {
  const [west, south, east, north] = [-180_000, -85_000, 180_000, 85_000];
  const cuts = [...new Set([west, east, ...boxes.flatMap((box) => [box[0], box[2]])])].toSorted((a, b) => a - b);
  const rectangles: Box[] = [];
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const [left, right] = [cuts[at] ?? west, cuts[at + 1] ?? east];
    const holes = boxes.filter((box) => box[0] < right && box[2] > left).toSorted((a, b) => a[1] - b[1]);
    let bottom = south;
    for (const hole of [...holes, [left, north, right, north] as const]) {
      if (hole[1] > bottom) rectangles.push([left - overlap, bottom - overlap, right + overlap, hole[1] + overlap]);
      bottom = Math.max(bottom, hole[3]);
    }
  }
  return rectangles;
}
