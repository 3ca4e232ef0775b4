import { TerritorySymbol } from '@/components/marks/territory-symbol';
import type { Territory } from '@/lib/domain/territory';

const MEANINGS: [Territory, string][] = [
  ['qpv', 'quartier prioritaire (QPV)'],
  ['rural', 'rural'],
  ['unknown', 'territoire non précisé'],
];

export function MapLegend({ drawn = MEANINGS.map(([territory]) => territory) }: { drawn?: Territory[] }) {
  const meanings = MEANINGS.filter(([territory]) => drawn.includes(territory));
  if (meanings.length === 0) return null;
  return (
    <ul className="legend" aria-label="Légende de la carte">
      {meanings.map(([territory, meaning]) => (
        <li key={territory}>
          <TerritorySymbol territory={territory} /> {meaning}
        </li>
      ))}
    </ul>
  );
}
