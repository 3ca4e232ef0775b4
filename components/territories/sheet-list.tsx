import type { DirectoryFilter } from '@/lib/directory/filter';
import { publicWaveHref } from '@/lib/domain/public-href';
import type { TerritorySheet } from '@/lib/figures/territory-sheet';
import { formatInteger } from '@/lib/french/numbers';
import { LaureatesByWave } from './laureates-by-wave';

type SheetListProps = { sheet: TerritorySheet; filter: DirectoryFilter; regionSlug: string };

export function SheetList({ sheet, filter, regionSlug }: SheetListProps) {
  if (sheet.structures === 0) return null;
  return (
    <section className="sec sheet-list" aria-labelledby="liste">
      <div className="sec-head">
        <h2 id="liste">
          {sheet.structures === 1 ? 'La fabrique' : `Les ${formatInteger(sheet.structures)}, vague par vague`}
        </h2>
      </div>
      <LaureatesByWave sheet={sheet} filter={filter} hrefOfWave={(id) => publicWaveHref(id, regionSlug)} />
    </section>
  );
}
