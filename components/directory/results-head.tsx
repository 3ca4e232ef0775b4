'use client';

import { CompositionRule } from '@/components/figures/composition-rule';
import { Chip } from '@/components/ui/chip';
import { applicableSorts, type DirectoryFilter, defaultSort, PAGE_SIZE, type Sort } from '@/lib/directory/filter';
import { directoryHref, updateFilter } from '@/lib/directory/href';
import { TERRITORIES } from '@/lib/domain/territory';
import { formatInteger } from '@/lib/french/numbers';
import { type ActiveValue, activeValues, holds } from './active-values';
import type { DirectoryView } from './directory-view';

export function ResultsHead({ view }: { view: DirectoryView }) {
  const { filter, heading } = view;
  const values = activeValues(filter, view);
  return (
    <>
      <h1 id="titre" tabIndex={-1}>
        {heading}
      </h1>
      {values.length > 0 ? <Chips values={values} /> : null}
      <Composition view={view} />
    </>
  );
}

function Chips({ values }: { values: ActiveValue[] }) {
  return (
    <ul className="chips" aria-label="Filtres actifs">
      {values.map(({ id, label, without }) => (
        <li key={id}>
          <Chip removeHref={directoryHref(without)} removeLabel={`Retirer le filtre ${label}`}>
            {label}
          </Chip>
        </li>
      ))}
      <li>
        <a className="chips-clear" href="/fabriques">
          Tout effacer
        </a>
      </li>
    </ul>
  );
}

function Composition({ view: { filter, facets, total } }: { view: DirectoryView }) {
  if (total === 0 || filter.territoire.length === 1) return null;
  const countOf = (value: string) =>
    filter.territoire.length === 0 || holds(filter, 'territoire', value)
      ? (facets.territoire.find((option) => option.value === value)?.count ?? 0)
      : 0;
  const counts = { qpv: countOf('qpv'), rural: countOf('rural'), unknown: countOf('non-precise') };
  const hrefs = Object.fromEntries(
    TERRITORIES.filter((territory) => counts[territory] > 0).map((territory) => [
      territory,
      directoryHref(updateFilter(filter, { territoire: [territory] })),
    ]),
  );
  return <CompositionRule counts={counts} hrefs={hrefs} />;
}

const SORT_NAMES: Record<Sort, string> = {
  pertinence: 'par pertinence',
  nom: 'par nom',
  proximite: 'par distance',
  recent: 'par vague récente',
};

type SortSelectProps = { filter: DirectoryFilter; apply: (filter: DirectoryFilter) => void };

/** The default sort has no value: a form sent without JavaScript leaves the choice to the next filter. */
export function SortSelect({ filter, apply }: SortSelectProps) {
  const sorts = applicableSorts(filter);
  const byDefault = defaultSort(filter);
  return (
    <div className="sort">
      <label htmlFor="tri">Trier</label>
      <select
        id="tri"
        name="tri"
        form="filtrer"
        className="select"
        autoComplete="off"
        value={filter.tri === byDefault ? '' : filter.tri}
        onChange={(event) => {
          const tri = sorts.find((sort) => sort === event.target.value) ?? byDefault;
          apply(updateFilter(filter, { tri }));
        }}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort === byDefault ? '' : sort}>
            {SORT_NAMES[sort]}
          </option>
        ))}
      </select>
      <noscript>
        <button type="submit" form="filtrer" className="btn btn--ink btn--s" aria-label="OK, trier">
          OK
        </button>
      </noscript>
    </div>
  );
}

/** « 1 à 20 sur 27 » */
export function shownRange({ filter, rows, total, pages }: DirectoryView): string {
  if (pages <= 1) return '';
  const start = (filter.page - 1) * PAGE_SIZE + 1;
  return `${formatInteger(start)} à ${formatInteger(start + rows.length - 1)} sur ${formatInteger(total)}`;
}
