import type { Point, Size } from './map-view';

export type Disc = Point & { radius: number; pinned?: boolean };

/** Above this many discs, pushing them apart would cost the reader more than it shows. */
export const MOST_SPREAD = 2000;

const MOST_ROUNDS = 500;
const PULLED_ROUNDS = 40;
/** Cells are numbered by column, then row; a drawing has far fewer rows. */
const ROW = 100_000;
const AROUND = [-ROW - 1, -ROW, -ROW + 1, -1, 0, 1, ROW - 1, ROW, ROW + 1];
const GOLDEN_ANGLE = 2.399_963;

/** Each stays as near as it can to its place and inside the frame; the same discs always end in the same places. */
export function spread<T extends Disc>(discs: T[], frame: Size, margin = 2): T[] {
  if (discs.length > MOST_SPREAD) return discs;
  const moved = discs.map((disc) => ({ ...disc }));
  const reach = 2 * Math.max(...discs.map(({ radius }) => radius), 1);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (round < PULLED_ROUNDS) pullBack(moved, discs);
    const pushes = pushApart(moved, reach);
    for (const disc of moved) keepInside(disc, frame, margin);
    if (pushes === 0 && round >= PULLED_ROUNDS) break;
  }
  return moved;
}

function pullBack(moved: Disc[], origins: Disc[]): void {
  moved.forEach((disc, at) => {
    const origin = origins[at] ?? disc;
    disc.x += (origin.x - disc.x) * 0.08;
    disc.y += (origin.y - disc.y) * 0.08;
  });
}

function pushApart(discs: Disc[], reach: number): number {
  const cells = new Map<number, Disc[]>();
  let pushes = 0;
  for (const [order, disc] of discs.entries()) {
    const cell = Math.floor(disc.x / reach) * ROW + Math.floor(disc.y / reach);
    for (const offset of AROUND) {
      for (const other of cells.get(cell + offset) ?? []) {
        if (separate(disc, other, order)) pushes += 1;
      }
    }
    const inCell = cells.get(cell);
    if (inCell === undefined) cells.set(cell, [disc]);
    else inCell.push(disc);
  }
  return pushes;
}

/** Discs in one and the same place part in a direction that depends on their order, so that they fan out. */
function separate(a: Disc, b: Disc, order: number): boolean {
  let dx = a.x - b.x;
  let dy = a.y - b.y;
  if (dx === 0 && dy === 0) {
    dx = Math.cos(order * GOLDEN_ANGLE) / 100;
    dy = Math.sin(order * GOLDEN_ANGLE) / 100;
  }
  const apart = Math.hypot(dx, dy);
  const lack = a.radius + b.radius - apart;
  if (lack <= 0.01) return false;
  const share = a.pinned === true || b.pinned === true ? 1 : 0.5;
  const pushX = (dx / apart) * (lack + 0.02) * share;
  const pushY = (dy / apart) * (lack + 0.02) * share;
  if (a.pinned !== true) {
    a.x += pushX;
    a.y += pushY;
  }
  if (b.pinned !== true) {
    b.x -= pushX;
    b.y -= pushY;
  }
  return true;
}

function keepInside(disc: Disc, { width, height }: Size, margin: number): void {
  if (disc.pinned === true) return;
  const least = disc.radius + margin;
  disc.x = Math.min(Math.max(disc.x, least), width - least);
  disc.y = Math.min(Math.max(disc.y, least), height - least);
}
