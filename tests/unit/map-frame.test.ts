import { describe, expect, it } from 'vitest';
import { graduate, latitudeLabel, longitudeLabel, zebra } from '@/components/map/static/graduation';
import { boundsOf, fitView, project, unitsPerKm, unproject, viewCentredOn } from '@/components/map/static/map-view';
import { spread } from '@/components/map/static/spread';
import { areaAt, countryName, departmentBounds, regionBounds, regionOfArea } from '@/lib/geography/area-grid';
import { latitudeAt, longitudeAt, mercatorX, mercatorY } from '@/lib/geography/projection';

const LILLE = { longitude: 3.06, latitude: 50.63 };

describe('the projection of the maps', () => {
  it('brings each place back to where it was', () => {
    for (const [longitude, latitude] of [
      [3.06, 50.63],
      [-61.7, 16.2],
      [55.5, -21.1],
      [0, 0],
    ] as const) {
      expect(longitudeAt(mercatorX(longitude))).toBeCloseTo(longitude, 9);
      expect(latitudeAt(mercatorY(latitude))).toBeCloseTo(latitude, 9);
    }
  });

  it('keeps the poles at the edge of the world', () => {
    expect(mercatorY(90)).toBeCloseTo(0, 6);
    expect(mercatorY(-90)).toBeCloseTo(1, 6);
  });

  it('measures kilometres on the ground: 0.1° of meridian is 11 km', () => {
    const view = viewCentredOn(LILLE, 36, { width: 560, height: 430 });
    const north = project(view, { ...LILLE, latitude: 50.73 });
    const south = project(view, LILLE);
    expect((south.y - north.y) / unitsPerKm(view, 50.68)).toBeCloseTo(11.12, 1);
    expect(view.width / unitsPerKm(view, LILLE.latitude)).toBeCloseTo(36, 3);
  });

  it('fits a whole box in a view, and finds places back', () => {
    const view = fitView([1.37, 48.84, 4.25, 51.09], { width: 620, height: 640 }, 30);
    const [west, south, east, north] = boundsOf(view);
    expect(west).toBeLessThan(1.37);
    expect(south).toBeLessThan(48.84);
    expect(east).toBeGreaterThan(4.25);
    expect(north).toBeGreaterThan(51.09);
    const back = unproject(view, project(view, LILLE));
    expect(back.longitude).toBeCloseTo(LILLE.longitude, 6);
    expect(back.latitude).toBeCloseTo(LILLE.latitude, 6);
  });
});

describe('the frame of a map', () => {
  const view = fitView([1.4, 48.8, 4.25, 51.1], { width: 620, height: 640 });

  it('is graduated at round degrees far enough apart', () => {
    const { step, meridians } = graduate(view, 68);
    expect(step).toBe(0.5);
    const gaps = meridians.slice(1).map(({ at }, index) => at - (meridians[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(68);
    expect(meridians.every(({ degrees }) => Number.isInteger(degrees * 2))).toBe(true);
  });

  it('changes from solid to empty at each degree, and starts alike on every map', () => {
    const ticks = [1, 2, 3, 4].map((degrees) => ({ degrees, at: degrees * 100 }));
    expect(zebra(ticks, 1, 450)).toEqual([
      [0, 100],
      [200, 300],
      [400, 450],
    ]);
    expect(zebra(ticks.slice(1), 1, 450)).toEqual([
      [200, 300],
      [400, 450],
    ]);
  });

  it('writes degrees in French', () => {
    expect(longitudeLabel(-61.5)).toBe('61,5°\u00A0O');
    expect(longitudeLabel(0)).toBe('0°');
    expect(latitudeLabel(-21)).toBe('21°\u00A0S');
    expect(latitudeLabel(50.7)).toBe('50,7°\u00A0N');
  });
});

describe('symbols pushed apart', () => {
  it('leave a pinned one where it is and stay inside the frame', () => {
    const discs = Array.from({ length: 12 }, () => ({ x: 4, y: 4, radius: 5 }));
    const [pinned, ...moved] = spread(
      [{ x: 50, y: 50, radius: 10, pinned: true }, { x: 50, y: 50, radius: 5 }, ...discs],
      { width: 100, height: 100 },
    );
    expect(Math.hypot((pinned?.x ?? 0) - 50, (pinned?.y ?? 0) - 50)).toBeLessThan(0.02);
    expect(moved.every(({ x, y }) => x >= 6.9 && y >= 6.9 && x <= 93.1 && y <= 93.1)).toBe(true);
    const pairs = moved.flatMap((a, at) => moved.slice(at + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
    expect(Math.min(...pairs)).toBeGreaterThan(9.9);
  });

  it('end in the same places each time', () => {
    const discs = Array.from({ length: 40 }, (_, at) => ({ x: 50 + (at % 3), y: 50, radius: 4 }));
    expect(spread(discs, { width: 200, height: 200 })).toEqual(spread(discs, { width: 200, height: 200 }));
  });
});

describe('the lattice of areas', () => {
  it('knows départements, countries and the sea', () => {
    expect(areaAt(LILLE.longitude, LILLE.latitude)).toBe('59');
    expect(regionOfArea('59')).toBe('32');
    expect(countryName(areaAt(4.35, 50.65) ?? '')).toBe('Belgique');
    expect(areaAt(-4, 46)).toBe('-');
    expect(areaAt(55.5, -21.1)).toBeUndefined();
  });

  it('knows the box of each territory', () => {
    expect(regionBounds('04')?.[0]).toBeCloseTo(55.2, 1);
    expect(departmentBounds('59')?.[3]).toBeCloseTo(51.1, 1);
    expect(departmentBounds('99')).toBeUndefined();
  });
});
