import { TerritorySymbol } from '@/components/marks/territory-symbol';
import { recordHref } from '@/lib/domain/public-href';
import { TERRITORY_WORDS } from '@/lib/domain/territory';
import { formatDistance, formatInteger } from '@/lib/french/numbers';
import { inDepartment, inRegion } from '@/lib/geography/place-names';
import type { Nearby, NearbyStructure } from '@/lib/structures/nearest';
import type { StructureRecord } from '@/lib/structures/record';

const isExact = ({ positionPrecision }: Pick<NearbyStructure, 'positionPrecision'>) => positionPrecision === 'address';

/** Between two centres of communes a distance of zero would be false: the same commune is all that is known. */
function howFar(record: StructureRecord, other: NearbyStructure): string {
  if (other.distanceKm === null) return '';
  if (isExact(record) && isExact(other)) return formatDistance(other.distanceKm);
  if (record.commune.code === other.commune.code) return 'même commune';
  // The centre of a commune is kilometres away from some of its places: tenths would pretend.
  return `environ ${formatInteger(Math.max(1, Math.round(other.distanceKm)))}\u00A0km`;
}

type NearbyListProps = { record: StructureRecord; nearby: Nearby };

export function NearbyList({ record, nearby: { by, structures } }: NearbyListProps) {
  if (structures.length === 0) return <p>Aucune autre fabrique n’est connue {inRegion(record.region)}.</p>;
  return (
    <>
      <ol className="nearby">
        {structures.map((other) => (
          <li key={other.slug}>
            <TerritorySymbol territory={other.territory} />
            <div>
              <a href={recordHref(other.slug)}>{other.name}</a>
              <small>
                {other.commune.name} · {TERRITORY_WORDS[other.territory]}
              </small>
            </div>
            <span>{howFar(record, other)}</span>
          </li>
        ))}
      </ol>
      <p className="small soft">
        {by === 'distance'
          ? 'À vol d’oiseau ; « environ » quand l’une des positions est le centre de la commune.'
          : `Ce lieu n’a pas de position : voici d’autres fabriques ${by === 'department' ? inDepartment(record.department) : inRegion(record.region)}, sans distance.`}
      </p>
    </>
  );
}
