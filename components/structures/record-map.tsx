import type { MapPoint } from '@/components/map/static/map-point';
import { PlaceMap } from '@/components/map/static/place-map';
import { type PlacePlan, planPlace } from '@/components/map/static/place-plan';
import type { NearbyStructure } from '@/lib/structures/nearest';
import type { StructureRecord } from '@/lib/structures/record';
import type { Surroundings } from '@/lib/structures/surroundings';

type Placed = Pick<
  NearbyStructure,
  'slug' | 'name' | 'commune' | 'territory' | 'longitude' | 'latitude' | 'positionPrecision'
>;

function toPoint({ slug, name, commune, territory, longitude, latitude, positionPrecision }: Placed): MapPoint[] {
  if (longitude === null || latitude === null || positionPrecision === null) return [];
  return [{ slug, name, commune: commune.name, territory, longitude, latitude, positionPrecision }];
}

/** Null when the record has no position. */
export function planRecordMap(record: StructureRecord, { nearby, towns }: Surroundings): PlacePlan | null {
  const [point] = toPoint(record);
  if (!point) return null;
  return planPlace({
    point,
    others: nearby.structures.flatMap(toPoint),
    towns: towns.map((town) => ({ ...town, population: town.population ?? 0 })),
  });
}

export function RecordMap({ plan }: { plan: PlacePlan | null }) {
  if (plan) return <PlaceMap plan={plan} />;
  return (
    <div className="empty">
      <h2>Pas de carte pour ce lieu</h2>
      <p>Sa position n’est pas connue : ni adresse, ni centre de la commune dans les sources.</p>
    </div>
  );
}
