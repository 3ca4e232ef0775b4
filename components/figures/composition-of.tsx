import { type DirectoryFilter } from '@/lib/directory/filter';
import { directoryHref, updateFilter } from '@/lib/directory/href';
import { TERRITORIES } from '@/lib/domain/territory';
import type { Composition } from '@/lib/figures/composition';
import { CompositionRule } from './composition-rule';

type CompositionOfProps = { composition: Composition; filter: DirectoryFilter; column?: boolean };

export function CompositionOf({ composition, filter, column = false }: CompositionOfProps) {
  const offered = TERRITORIES.filter((territory) => composition[territory] > 0);
  const hrefs = Object.fromEntries(
    offered.map((territory) => [territory, directoryHref(updateFilter(filter, { territoire: [territory] }))]),
  );
  return <CompositionRule counts={composition} hrefs={hrefs} column={column} />;
}
