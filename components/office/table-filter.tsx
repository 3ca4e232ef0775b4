import type { ReactNode } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { FilterSelect } from '@/components/ui/filter-select';
import { placeName } from '@/lib/geography/place-names';

export type FilterChoices = {
  regions: readonly { code: string; name: string }[];
  waves: readonly { id: string; label: string }[];
};

type TableFilterProps = { action: string; label: string; q: string; children: ReactNode };

/** Asks for an address: a view of the table can be kept and sent. */
export function TableFilter({ action, label, q, children }: TableFilterProps) {
  return (
    <form className="office-filter" action={action} aria-label={label}>
      <div className="field">
        <label htmlFor="filtre-q">Nom ou commune</label>
        <input id="filtre-q" type="search" name="q" className="input" maxLength={100} defaultValue={q} />
      </div>
      {children}
      <div className="filter-buttons">
        <Button type="submit">Filtrer</Button>
        <ButtonLink look="ink" href={action}>
          Tout voir
        </ButtonLink>
      </div>
    </form>
  );
}

type Chosen = { chosen: string | null };

export const RegionSelect = ({ regions, chosen }: Pick<FilterChoices, 'regions'> & Chosen) => (
  <FilterSelect
    name="region"
    label="Région"
    chosen={chosen}
    any="Toutes"
    options={regions.map(({ code, name }) => [code, placeName(name)])}
  />
);

export const WaveSelect = ({ waves, chosen }: Pick<FilterChoices, 'waves'> & Chosen) => (
  <FilterSelect
    name="vague"
    label="Vague"
    chosen={chosen}
    any="Toutes"
    options={waves.map(({ id, label }) => [id, label])}
  />
);
