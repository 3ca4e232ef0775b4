import type { Point, Size } from './map-view';

export type Rectangle = Point & Size;
export type Anchor = 'start' | 'middle' | 'end';
/** `y` is the middle of the letters, whatever their size. */
export type LabelSpot = Point & { anchor: Anchor; box: Rectangle };

/** How much larger signs and letters are drawn on a narrow plate (map.css): places leave them that room. */
export const NARROW_SIGN = 1.45;
export const NARROW_TEXT = 1.7;

/** Average width of a letter of the text face, as a share of its size. */
const LETTER = 0.56;

export const textWidth = (text: string, size: number, spacing = 0): number =>
  [...text].length * (size * LETTER + spacing);

export const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const boxAround = ({ x, y }: Point, radius: number): Rectangle => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});

const isWithin = (box: Rectangle, { width, height }: Size) =>
  box.x >= 2 && box.y >= 2 && box.x + box.width <= width - 2 && box.y + box.height <= height - 2;

function overlapArea(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

type LabelWish = { at: Point; radius: number; text: string; size: number };

/** The most legible first. */
function spotsRound({ at: { x, y }, radius, text, size }: LabelWish): LabelSpot[] {
  const [width, gap] = [textWidth(text, size), radius + 3];
  const [ascent, diagonal] = [size * 0.76, gap * 0.75];
  const spot = (left: number, baseline: number, anchor: Anchor): LabelSpot => {
    const anchored = { start: left, middle: left + width / 2, end: left + width }[anchor];
    const box = { x: left, y: baseline - ascent - 1, width, height: size + 2 };
    return { x: anchored, y: baseline - ascent / 2, anchor, box };
  };
  return [
    spot(x + gap, y + ascent / 2, 'start'),
    spot(x - gap - width, y + ascent / 2, 'end'),
    spot(x - width / 2, y - gap, 'middle'),
    spot(x - width / 2, y + gap + ascent, 'middle'),
    spot(x + diagonal, y - diagonal, 'start'),
    spot(x + diagonal, y + diagonal + ascent, 'start'),
    spot(x - diagonal - width, y - diagonal, 'end'),
    spot(x - diagonal - width, y + diagonal + ascent, 'end'),
  ];
}

/** `forced` takes the least bad spot rather than none. */
export function placeLabel(wish: LabelWish, taken: Rectangle[], frame: Size, forced = false): LabelSpot | undefined {
  const inside = spotsRound(wish).filter(({ box }) => isWithin(box, frame));
  const cost = ({ box }: LabelSpot) => taken.reduce((sum, other) => sum + overlapArea(box, other), 0);
  const free = inside.find((spot) => !taken.some((other) => overlaps(spot.box, other)));
  return free ?? (forced ? inside.toSorted((a, b) => cost(a) - cost(b))[0] : undefined);
}
