'use client';

import { type FormEvent, useRef } from 'react';
import { fetchCommunes } from '@/components/communes/use-commune-suggestions';
import { Checkbox } from '@/components/ui/checkbox';
import { Icon } from '@/components/ui/icon';
import { useFollowedText } from '@/components/ui/use-followed-text';
import { useHydrated } from '@/components/ui/use-hydrated';
import { type DirectoryFilter, FACETS, type FacetKey, FILTERS, YES_KEYS } from '@/lib/directory/filter';
import { directoryQuery, updateFilter } from '@/lib/directory/href';
import { formatInteger } from '@/lib/french/numbers';
import { settleCommune } from '@/lib/geography/typed-commune';
import { toggle, toggleYes } from './active-values';
import { communeLabel } from './commune-label';
import type { DirectoryView } from './directory-view';
import { FacetFieldset } from './facet-fieldset';
import { NearField } from './near-field';
import { useEarlyChoices } from './use-early-choices';

type FilterFormProps = {
  view: DirectoryView;
  filter: DirectoryFilter;
  apply: (filter: DirectoryFilter) => void;
  visit: (href: string) => void;
  onClose: () => void;
};

const REGIONS_AT_HAND = 5;

const regionsAtHand = ({ filter, facets }: DirectoryView) =>
  Math.max(filter.region.length, Math.min(REGIONS_AT_HAND, facets.region.filter(({ count }) => count > 0).length), 1);

const LONGEST_SEARCH = 100;

const seeResults = (total: number) =>
  total === 0 ? 'Aucune fabrique' : total === 1 ? 'Voir la fabrique' : `Voir les ${formatInteger(total)}`;

const textOf = (data: FormData, name: string) => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

const findCommune = async (typed: string) => settleCommune(typed, await fetchCommunes(typed).catch(() => []));

/** The page finds the commune of what was typed, or asks which one. */
function typedNearAddress(filter: DirectoryFilter, data: FormData): string {
  const near = new URLSearchParams({ lieu: textOf(data, 'lieu'), rayon: textOf(data, 'rayon') });
  return `/fabriques?${[directoryQuery(updateFilter(filter, { near: null })), near].filter(String).join('&')}`;
}

export function FilterForm({ view, filter, apply, visit, onClose }: FilterFormProps) {
  const isLive = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  useEarlyChoices(form, (choices) =>
    apply(
      choices.reduce((asked, { name, value }) => {
        const facet = FACETS.find((key) => key === name);
        const yes = YES_KEYS.find((key) => key === name);
        if (yes) return toggleYes(asked, yes);
        return facet ? toggle(asked, facet, value, view.departmentRegions) : asked;
      }, filter),
    ),
  );
  const goNear = async (asked: DirectoryFilter, data: FormData) => {
    const commune = await findCommune(textOf(data, 'lieu'));
    const around = { longitude: 0, latitude: 0, radiusKm: Number(textOf(data, 'rayon')) };
    if (commune) apply(updateFilter(asked, { near: { code: commune.code, name: commune.name, ...around } }));
    else visit(typedNearAddress(asked, data));
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const q = textOf(data, 'q').slice(0, LONGEST_SEARCH);
    const lieu = textOf(data, 'lieu');
    const asked = q === filter.q ? filter : updateFilter(filter, { q });
    onClose();
    if (lieu && !(filter.near && lieu === communeLabel(filter.near))) void goNear(asked, data);
    else if (!lieu && filter.near) apply(updateFilter(asked, { near: null }));
    else if (asked !== filter) apply(asked);
  };
  return (
    <form ref={form} action="/fabriques" autoComplete="off" id="filtrer" onSubmit={send}>
      <NearField filter={filter} question={view.question} apply={apply} />
      {filter.zone ? <input type="hidden" name="zone" value={filter.zone.join(',')} /> : null}
      <div className="dir-sheet" id="filtres">
        <div className="dir-sheet-head">
          <h2 tabIndex={-1}>Filtres</h2>
          <CloseFilters isLive={isLive} onClose={onClose} />
        </div>
        <div className="dir-sheet-body">
          <SearchField q={filter.q} />
          <Facets view={view} filter={filter} apply={apply} />
          <noscript>
            <button type="submit" className="btn btn--full when-wide">
              Appliquer
            </button>
          </noscript>
        </div>
        <div className="dir-sheet-foot">
          <a className="btn btn--ink" href="/fabriques">
            Effacer
          </a>
          <button type="submit" className="btn btn--full">
            {isLive ? seeResults(view.total) : 'Appliquer'}
          </button>
        </div>
      </div>
    </form>
  );
}

function CloseFilters({ isLive, onClose }: { isLive: boolean; onClose: () => void }) {
  return isLive ? (
    <button type="button" onClick={onClose} aria-label="Fermer les filtres">
      <Icon name="close" />
    </button>
  ) : (
    <a href="#liste" aria-label="Fermer les filtres">
      <Icon name="close" />
    </a>
  );
}

function SearchField({ q }: { q: string }) {
  const { field } = useFollowedText(q);
  return (
    <div className="facet">
      <label htmlFor="q">Nom ou mot</label>
      <div className="joined">
        <input
          ref={field}
          id="q"
          className="input"
          type="search"
          name="q"
          defaultValue={q}
          maxLength={LONGEST_SEARCH}
        />
        <button type="submit" className="btn btn--ink" aria-label="Chercher">
          <Icon name="search" />
        </button>
      </div>
    </div>
  );
}

const COUNTED_TWICE =
  'Une fabrique peut compter sous plusieurs valeurs\u00A0: ces nombres font le total des labellisations.';

function Facets({ view, filter, apply }: Pick<FilterFormProps, 'view' | 'filter' | 'apply'>) {
  const { facets, departmentRegions, countedTwice } = view;
  const onToggle = (facet: FacetKey, value: string) => apply(toggle(filter, facet, value, departmentRegions));
  const common = { filter, onToggle };
  const note = (facet: FacetKey) =>
    countedTwice.includes(facet) ? <p className="facet-note">{COUNTED_TWICE}</p> : null;
  return (
    <>
      <FacetFieldset {...common} facet="territoire" legend="Territoire" options={facets.territoire} />
      <FacetFieldset {...common} facet="region" legend="Région" options={facets.region} atHand={regionsAtHand(view)} />
      <FacetFieldset {...common} facet="departement" legend="Département" options={facets.departement}>
        {view.filter.region.length === 0 ? (
          <p className="facet-note">Choisissez une région pour voir ses départements.</p>
        ) : null}
      </FacetFieldset>
      <FacetFieldset {...common} facet="vague" legend="Vague" options={facets.vague}>
        {note('vague')}
      </FacetFieldset>
      <FacetFieldset {...common} facet="label" legend="Label" options={facets.label}>
        {note('label')}
      </FacetFieldset>
      {YES_KEYS.map((key) => (
        <fieldset key={key} className="facet">
          <legend>{FILTERS[key].legend}</legend>
          <Checkbox
            name={key}
            value="oui"
            label={FILTERS[key].chip}
            checked={filter[key]}
            autoComplete="off"
            onChange={() => apply(toggleYes(filter, key))}
          />
        </fieldset>
      ))}
    </>
  );
}
