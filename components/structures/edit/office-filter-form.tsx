import { Button, ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { type FilterOptions, FilterSelect } from '@/components/ui/filter-select';
import { placeName } from '@/lib/geography/place-names';
import type { GAPS, OFFICE_SORTS, OFFICE_STATES, OfficeFilter } from '@/lib/structures/office-filter';
import { STRUCTURES } from '@/lib/structures/office-filter';

const STATE_OPTIONS: readonly (readonly [(typeof OFFICE_STATES)[number], string])[] = [
  ['brouillon', 'Brouillons'],
  ['publiee', 'Publiées'],
  ['archivee', 'Archivées'],
];
const GAP_OPTIONS: readonly (readonly [(typeof GAPS)[number], string])[] = [
  ['incomplete', 'Quelque chose'],
  ['position', 'La position'],
  ['territoire', 'Le territoire'],
  ['label', 'Un label'],
  ['site', 'Le site internet'],
  ['description', 'La présentation'],
];
const SORT_OPTIONS: readonly (readonly [(typeof OFFICE_SORTS)[number], string])[] = [
  ['nom', 'Nom'],
  ['modifiee', 'Dernière modification'],
  ['commune', 'Commune'],
  ['etat', 'État'],
];
const TERRITORY_OPTIONS: FilterOptions = [
  ['qpv', 'Quartier prioritaire (QPV)'],
  ['rural', 'Rural'],
  ['non-precise', 'Non précisé'],
];

type OfficeFilterFormProps = {
  filter: OfficeFilter;
  regions: readonly { code: string; name: string }[];
  waves: readonly { id: string; label: string }[];
};

/** Asks for an address: a view of the table can be kept and sent. */
export function OfficeFilterForm({ filter, regions, waves }: OfficeFilterFormProps) {
  return (
    <form className="journal-filter" action={STRUCTURES} aria-label="Filtrer les structures">
      <div className="field">
        <label htmlFor="filtre-q">Nom ou commune</label>
        <input id="filtre-q" type="search" name="q" className="input" maxLength={100} defaultValue={filter.q} />
      </div>
      <FilterSelect name="etat" label="État" chosen={filter.etat} any="Non archivées" options={STATE_OPTIONS} />
      <FilterSelect
        name="region"
        label="Région"
        chosen={filter.region}
        any="Toutes"
        options={regions.map(({ code, name }) => [code, placeName(name)])}
      />
      <FilterSelect
        name="territoire"
        label="Territoire"
        chosen={filter.territoire}
        any="Tous"
        options={TERRITORY_OPTIONS}
      />
      <FilterSelect
        name="vague"
        label="Vague"
        chosen={filter.vague}
        any="Toutes"
        options={waves.map(({ id, label }) => [id, label])}
      />
      <FilterSelect name="manque" label="Il manque" chosen={filter.manque} any="Peu importe" options={GAP_OPTIONS} />
      <FilterSelect name="tri" label="Trier par" chosen={filter.tri} options={SORT_OPTIONS} />
      <Checkbox name="ancien" value="oui" label="Pas touchée depuis un an" defaultChecked={filter.ancien === 'oui'} />
      <div className="filter-buttons">
        <Button type="submit">Filtrer</Button>
        <ButtonLink look="ink" href={STRUCTURES}>
          Tout voir
        </ButtonLink>
      </div>
    </form>
  );
}
