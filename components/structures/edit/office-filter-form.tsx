import { type FilterChoices, RegionSelect, TableFilter, WaveSelect } from '@/components/office/table-filter';
import { Checkbox } from '@/components/ui/checkbox';
import { type FilterOptions, FilterSelect } from '@/components/ui/filter-select';
import { toUrlValue } from '@/lib/directory/filter';
import { TERRITORIES, TERRITORY_NAMES } from '@/lib/domain/territory';
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
const TERRITORY_OPTIONS: FilterOptions = TERRITORIES.map((territory) => [
  toUrlValue(territory),
  TERRITORY_NAMES[territory],
]);

export function OfficeFilterForm({ filter, regions, waves }: FilterChoices & { filter: OfficeFilter }) {
  return (
    <TableFilter action={STRUCTURES} label="Filtrer les structures" q={filter.q}>
      <FilterSelect name="etat" label="État" chosen={filter.etat} any="Non archivées" options={STATE_OPTIONS} />
      <RegionSelect regions={regions} chosen={filter.region} />
      <FilterSelect
        name="territoire"
        label="Territoire"
        chosen={filter.territoire}
        any="Tous"
        options={TERRITORY_OPTIONS}
      />
      <WaveSelect waves={waves} chosen={filter.vague} />
      <FilterSelect name="manque" label="Il manque" chosen={filter.manque} any="Peu importe" options={GAP_OPTIONS} />
      <FilterSelect name="tri" label="Trier par" chosen={filter.tri} options={SORT_OPTIONS} />
      <Checkbox name="ancien" value="oui" label="Pas touchée depuis un an" defaultChecked={filter.ancien === 'oui'} />
    </TableFilter>
  );
}
