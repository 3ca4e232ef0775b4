import {
  type Bounds,
  departmentBounds,
  departmentName,
  regionBounds,
  regionName,
  regionOfArea,
} from '@/lib/geography/area-grid';
import type { NameArea } from './area-names';
import type { Territory } from './ground';
import { fitView, type MapView, project } from './map-view';

const PLATE = { width: 620, least: 430, most: 650, margin: 30 };

/** Where a code has no outline, the whole of France is shown. */
const FRANCE: Bounds = [-5.2, 41.3, 9.7, 51.2];

const boundsOfTerritory = ({ level, code }: Territory): Bounds =>
  (level === 'region' ? regionBounds(code) : departmentBounds(code)) ?? FRANCE;

export function territoryView(territory: Territory): MapView {
  const { width, least, most, margin } = PLATE;
  const bounds = boundsOfTerritory(territory);
  const wide = fitView(bounds, { width, height: 100_000 }, margin);
  const [north, south] = [
    project(wide, { longitude: bounds[0], latitude: bounds[3] }),
    project(wide, { longitude: bounds[0], latitude: bounds[1] }),
  ];
  const height = Math.round(Math.min(most, Math.max(least, south.y - north.y + 2 * margin)));
  return fitView(bounds, { width, height }, margin);
}

/** Départements are named on a région's plate, régions round it; on a département's, the départements round it. */
export function namesRound({ level, code }: Territory, withDepartments: boolean): NameArea {
  return (department) => {
    if (level === 'departement') return department === code ? undefined : neighbour(departmentName(department));
    const region = regionOfArea(department) ?? '';
    if (region !== code) return neighbour(regionName(region));
    const text = withDepartments ? departmentName(department) : undefined;
    return text === undefined ? undefined : { text, kind: 'area' };
  };
}

const neighbour = (text: string | undefined) =>
  text === undefined ? undefined : ({ text, kind: 'neighbour' } as const);
