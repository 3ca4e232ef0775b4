'use client';

import type { ReactNode } from 'react';
import { TerritorySymbol } from '@/components/marks/territory-symbol';
import { Checkbox } from '@/components/ui/checkbox';
import type { FacetValue } from '@/lib/directory/facets';
import { type DirectoryFilter, type FacetKey, toUrlValue } from '@/lib/directory/filter';
import { TERRITORIES } from '@/lib/domain/territory';
import { formatInteger } from '@/lib/french/numbers';
import { holds } from './active-values';

type FacetFieldsetProps = {
  facet: FacetKey;
  legend: string;
  options: readonly FacetValue[];
  filter: DirectoryFilter;
  onToggle: (facet: FacetKey, value: string) => void;
  atHand?: number;
  children?: ReactNode;
};

function nameOf(facet: FacetKey, { value, label }: FacetValue): ReactNode {
  if (facet === 'departement') {
    return (
      <>
        <span className="cote">{value}</span> {label}
      </>
    );
  }
  const territory = facet === 'territoire' && TERRITORIES.find((known) => toUrlValue(known) === value);
  if (!territory) return label;
  return (
    <>
      <TerritorySymbol territory={territory} /> {label}
    </>
  );
}

/** The values of one facet with their numbers. A value with nothing is shown, and offered only to be taken out. */
export function FacetFieldset(props: FacetFieldsetProps) {
  const { facet, legend, options, filter, onToggle, atHand = options.length, children } = props;
  const rowOf = (option: FacetValue) => {
    const isHeld = holds(filter, facet, option.value);
    return (
      <li key={option.value}>
        <Checkbox
          name={facet}
          value={option.value}
          label={nameOf(facet, option)}
          count={formatInteger(option.count)}
          checked={isHeld}
          disabled={option.count === 0 && !isHeld}
          autoComplete="off"
          onChange={() => onToggle(facet, option.value)}
        />
      </li>
    );
  };
  // One more line takes the room of the words that would open it.
  const shown = options.length === atHand + 1 ? options.length : atHand;
  const others = options.slice(shown);
  return (
    <fieldset className="facet">
      <legend>{legend}</legend>
      {options.length > 0 ? <ul>{options.slice(0, shown).map(rowOf)}</ul> : null}
      {others.length > 0 ? (
        <details>
          <summary>Les {others.length} autres</summary>
          <ul>{others.map(rowOf)}</ul>
        </details>
      ) : null}
      {children}
    </fieldset>
  );
}
