import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { FranceCaption } from './france-caption';
import { FranceDrawing, type RegionLink } from './france-drawing';
import type { FrancePlan } from './france-plan';

export function FranceMap({ plan, regions }: { plan: FrancePlan; regions: RegionLink[] }) {
  const { located } = plan;
  const label = `Carte de France de ${formatInteger(located)} ${plural(located, 'fabrique', 'fabriques')} dont la position est connue. Chaque région est un lien.`;
  return (
    <figure className="plate">
      <FranceDrawing label={label} plan={plan} regions={regions} />
      <FranceCaption plan={plan} />
    </figure>
  );
}
