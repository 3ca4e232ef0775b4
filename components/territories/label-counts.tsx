import { CountLink } from '@/components/figures/count-link';
import { type DirectoryFilter, toUrlValue } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import { type AwardLabel, LABELS } from '@/lib/domain/award-label';
import type { TerritorySheet } from '@/lib/figures/territory-sheet';
import { plural } from '@/lib/french/words';

const words: Record<AwardLabel, (count: number) => string> = {
  fabrique: (count) => plural(count, 'fabrique de territoire', 'fabriques de territoire'),
  fabrique_numerique: (count) => plural(count, 'fabrique numérique', 'fabriques numériques'),
  unknown: () => 'au label non précisé',
};

type LabelCountsProps = { sheet: TerritorySheet; filter: DirectoryFilter };

export function LabelCounts({ sheet, filter }: LabelCountsProps) {
  const added = sheet.labels.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <ul className="compo">
        {LABELS.map((label) => {
          const value = sheet.labels.find((facet) => facet.value === toUrlValue(label));
          if (!value) return null;
          const name = words[label](value.count);
          return (
            <li key={label}>
              <b>
                <CountLink count={value.count} filter={updateFilter(filter, { label: [label] })} label={name} />
              </b>{' '}
              {name}
            </li>
          );
        })}
      </ul>
      {added > sheet.structures ? (
        <p className="small soft mt-2">
          Une structure retenue sous deux labels compte sous chacun{'\u00A0'}: ces nombres s’additionnent en
          labellisations, pas en lauréats.
        </p>
      ) : null}
    </>
  );
}
