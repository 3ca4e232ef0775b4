import { TerritorySymbol } from '@/components/marks/territory-symbol';
import { recordHref } from '@/lib/domain/public-href';
import { TERRITORY_NAMES } from '@/lib/domain/territory';
import type { Laureate } from '@/lib/figures/laureates';
import { typeset } from '@/lib/french/typography';
import { placeName } from '@/lib/geography/place-names';

export function NumberedLaureate({ laureate }: { laureate: Laureate }) {
  const { number, slug, name, commune, departmentCode, territory } = laureate;
  return (
    <li>
      <span className="key">{number}</span>
      <span>
        <TerritorySymbol territory={territory} />
        <span className="vh">{TERRITORY_NAMES[territory]}</span>
      </span>
      <div>
        <a href={recordHref(slug)}>{typeset(name)}</a>{' '}
        <span className="where">
          {placeName(commune)} ({departmentCode})
        </span>
      </div>
    </li>
  );
}
