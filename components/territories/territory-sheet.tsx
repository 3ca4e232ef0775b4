import type { ReactNode } from 'react';
import { CompositionOf } from '@/components/figures/composition-of';
import { TerritoryMap } from '@/components/map/static/territory-map';
import type { TerritoryPlan } from '@/components/map/static/territory-plan';
import { Icon } from '@/components/ui/icon';
import { PrintButton } from '@/components/ui/print-button';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { directoryHref } from '@/lib/directory/href';
import type { Composition } from '@/lib/figures/composition';
import type { Laureate } from '@/lib/figures/laureates';
import type { TerritorySheet as Sheet } from '@/lib/figures/territory-sheet';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { LabelCounts } from './label-counts';
import { MoneyTable } from './money-table';

const countListed = (laureates: readonly Laureate[]) => Math.max(0, ...laureates.map(({ number }) => number));

type TerritorySheetProps = {
  name: string;
  map: TerritoryPlan;
  filter: DirectoryFilter;
  sheet: Sheet;
  composition: Composition;
  keyFigures: ReactNode;
  /** The départements of a région, the région of a département. */
  children: ReactNode;
};

export function TerritorySheet(props: TerritorySheetProps) {
  const { name, filter, sheet, composition, keyFigures, children } = props;
  return (
    <div className="sheet">
      <div className="sheet-figures">
        {keyFigures}
        {sheet.structures > 0 ? (
          <>
            <section className="sheet-territories" aria-labelledby="territoires">
              <h2 id="territoires">Quels territoires</h2>
              <CompositionOf composition={composition} filter={filter} />
            </section>
            <section className="sheet-labels" aria-labelledby="labels">
              <h2 id="labels">Quels labels</h2>
              <LabelCounts sheet={sheet} filter={filter} />
            </section>
            <section className="sheet-money" aria-labelledby="aide">
              <h2 id="aide">L’aide annoncée</h2>
              <MoneyTable sheet={sheet} filter={filter} areaName={name} />
            </section>
          </>
        ) : null}
        {children}
      </div>
      <SheetMap {...props} />
    </div>
  );
}

function SheetMap({ name, map, filter, sheet }: TerritorySheetProps) {
  const { points } = map;
  const listed = countListed(sheet.laureates);
  const count = `${formatInteger(points.length)} ${plural(points.length, 'fabrique', 'fabriques')}`;
  const label =
    points.length > 0 ? `Carte\u00A0: ${name}, ${count}. Les numéros sont ceux de la liste.` : `Carte\u00A0: ${name}`;
  return (
    <div className="sheet-map">
      <TerritoryMap label={label} plan={map} withoutPosition={listed - points.length}>
        {listed < sheet.structures && ` La carte montre les ${formatInteger(listed)} premières de la liste.`}
      </TerritoryMap>
      <p className="linkrow no-print mt-4 items-center">
        {sheet.structures > 0 ? (
          <a href={directoryHref(filter)}>
            <Icon name="list" />{' '}
            {sheet.structures === 1
              ? 'La voir dans l’annuaire'
              : `Ces ${formatInteger(sheet.structures)} dans l’annuaire`}
          </a>
        ) : null}
        <PrintButton />
      </p>
    </div>
  );
}
