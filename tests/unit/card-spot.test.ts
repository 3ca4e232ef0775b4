import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCard } from '@/components/map/live/card-spot';

const map = { width: 627, height: 700 };
const card = { width: 300, height: 50 };
const at = (x: number, y: number, radius = 14) => ({ x, y, radius });

describe('the card of a marker', () => {
  it('stands on the right, or on the left where the right has no room', () => {
    expect(placeCard(at(100, 300), card, map, [])).toEqual({ left: 124, top: 275, covered: 0 });
    expect(placeCard(at(560, 300), card, map, [])).toEqual({ left: 236, top: 275, covered: 0 });
  });

  it('stands above or below where neither side has room, never over its own marker', () => {
    const { left, top } = placeCard(at(313, 300), card, map, []);
    expect([left, top]).toEqual([163, 226]);
    expect(placeCard(at(313, 40), card, map, []).top).toBe(64);
  });

  it('takes the side on which it hides the fewest other markers, and says how many it hides', () => {
    const neighbours = [at(180, 300), at(260, 310)];
    expect(placeCard(at(100, 300), card, map, neighbours)).toMatchObject({ top: 226, covered: 0 });
    const everywhere = Array.from({ length: 400 }, (_, n) => at((n % 20) * 32, Math.floor(n / 20) * 35));
    expect(placeCard(at(100, 300), card, map, everywhere).covered).toBeGreaterThan(0);
  });

  it('never leaves the map, and leaves its marker free wherever there is a side for it', () => {
    const anywhere = fc.record({ x: fc.integer({ min: 0, max: 627 }), y: fc.integer({ min: 0, max: 700 }) });
    fc.assert(
      fc.property(anywhere, ({ x, y }) => {
        const { left, top } = placeCard(at(x, y), card, map, []);
        expect(left).toBeGreaterThanOrEqual(8);
        expect(left + card.width).toBeLessThanOrEqual(map.width - 8);
        expect(top).toBeGreaterThanOrEqual(8);
        expect(top + card.height).toBeLessThanOrEqual(map.height - 8);
        const covers = x > left - 14 && x < left + card.width + 14 && y > top - 14 && y < top + card.height + 14;
        expect(covers).toBe(false);
      }),
    );
  });
});
