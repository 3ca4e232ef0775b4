import { TerritorySymbol } from '@/components/marks/territory-symbol';
import { TERRITORIES, TERRITORY_WORDS, type Territory } from '@/lib/domain/territory';

export function MapLegend({ drawn = TERRITORIES }: { drawn?: readonly Territory[] }) {
  const territories = TERRITORIES.filter((territory) => drawn.includes(territory));
  if (territories.length === 0) return null;
  return (
    <ul className="legend" aria-label="Légende de la carte">
      {territories.map((territory) => (
        <li key={territory}>
          <TerritorySymbol territory={territory} /> {TERRITORY_WORDS[territory]}
        </li>
      ))}
    </ul>
  );
}
