import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, KM_PER_DEGREE } from '@/lib/geography/circle';

const radians = (degrees: number) => (degrees * Math.PI) / 180;

function reach(longitude: number, latitude: number, km: number, bearing: number) {
  const [angle, from, towards] = [radians(km / KM_PER_DEGREE), radians(latitude), radians(bearing)];
  const to = Math.asin(Math.sin(from) * Math.cos(angle) + Math.cos(from) * Math.sin(angle) * Math.cos(towards));
  const turn = Math.atan2(
    Math.sin(towards) * Math.sin(angle) * Math.cos(from),
    Math.cos(angle) - Math.sin(from) * Math.sin(to),
  );
  return { longitude: longitude + (turn * 180) / Math.PI, latitude: (to * 180) / Math.PI };
}

describe('the box around a circle', () => {
  it('holds every point of the circle, and little more', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: 0.1, max: 1_000, noNaN: true }),
        fc.double({ min: 0, max: 360, noNaN: true }),
        (longitude, latitude, km, bearing) => {
          const [west, south, east, north] = boxAround({ longitude, latitude }, km);
          const point = reach(longitude, latitude, km, bearing);
          expect(point.longitude).toBeGreaterThanOrEqual(west);
          expect(point.longitude).toBeLessThanOrEqual(east);
          expect(point.latitude).toBeGreaterThanOrEqual(south);
          expect(point.latitude).toBeLessThanOrEqual(north);
          expect((north - south) / 2).toBeCloseTo(km / KM_PER_DEGREE, 5);
        },
      ),
    );
  });

  it('goes all the way round where it reaches a pole', () => {
    expect(boxAround({ longitude: 2, latitude: 89 }, 200).slice(0, 3)).toEqual([-358, expect.any(Number), 362]);
  });
});
