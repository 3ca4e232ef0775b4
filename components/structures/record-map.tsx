import type { MapPoint } from '@/components/map/static/map-point';
import { SurroundingsMap } from '@/components/map/static/surroundings-map';
import { planSurroundings, type SurroundingsPlan } from '@/components/map/static/surroundings-plan';
import type { NearbyStructure } from '@/lib/structures/nearest';
import type { StructureRecord } from '@/lib/structures/record';
import type { Surroundings } from '@/lib/structures/surroundings';

type ShownRecord = Pick<
  NearbyStructure,
  'slug' | 'name' | 'commune' | 'territory' | 'longitude' | 'latitude' | 'positionPrecision'
>;

function toPoint({ slug, name, commune, territory, longitude, latitude, positionPrecision }: ShownRecord): MapPoint[] {
  if (longitude === null || latitude === null || positionPrecision === null) return [];
  return [{ slug, name, commune: commune.name, territory, longitude, latitude, positionPrecision }];
}

/** Null when the record has no position. */
export function planRecordMap(record: StructureRecord, { nearby, towns }: Surroundings): SurroundingsPlan | null {
  const [point] = toPoint(record);
  if (!point) return null;
  return planSurroundings({
    point,
    others: nearby.structures.flatMap(toPoint),
    towns,
  });
}

export function RecordMap({ plan }: { plan: SurroundingsPlan | null }) {
  if (plan) return <SurroundingsMap plan={plan} />;
  return (
    <div className="empty">
      <h2>Pas de carte pour ce lieu</h2>
      <p>Sa position n’est pas connue : ni adresse, ni centre de la commune dans les sources.</p>
    </div>
  );
}
