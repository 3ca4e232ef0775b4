import { Checkbox } from '@/components/ui/checkbox';
import { FilterSelect } from '@/components/ui/filter-select';
import { INSTALMENT_PURPOSE_NAMES } from '@/lib/domain/instalment';
import { ordinalParts } from '@/lib/french/words';
import {
  type INSTALMENT_SORTS,
  type INSTALMENT_STATES,
  INSTALMENTS,
  type InstalmentFilter,
  PURPOSE_ASKED,
  PURPOSES,
} from '@/lib/instalments/filter';
import { type FilterChoices, RegionSelect, TableFilter, WaveSelect } from './table-filter';

const STATE_WORDS: Record<(typeof INSTALMENT_STATES)[number], string> = {
  'a-verser': 'À verser',
  annonce: 'Annoncés',
  prevu: 'Prévus',
  verse: 'Versés',
  annule: 'Annulés',
};
const SORT_WORDS: Record<(typeof INSTALMENT_SORTS)[number], string> = {
  structure: 'Structure',
  echeance: 'Année civile',
  montant: 'Montant',
  vague: 'Vague',
};

const yearWords = (year: number) => {
  const { number, suffix } = ordinalParts(year, 'f');
  return `${number}${suffix} année`;
};

type InstalmentFilterFormProps = FilterChoices & { filter: InstalmentFilter; mostYears: number };

export function InstalmentFilterForm({ filter, regions, waves, mostYears }: InstalmentFilterFormProps) {
  const years = Array.from({ length: mostYears }, (_, at) => at + 1);
  return (
    <TableFilter action={INSTALMENTS} label="Filtrer les versements" q={filter.q}>
      <FilterSelect name="etat" label="État" chosen={filter.etat} any="Tous" options={Object.entries(STATE_WORDS)} />
      <RegionSelect regions={regions} chosen={filter.region} />
      <WaveSelect waves={waves} chosen={filter.vague} />
      <FilterSelect
        name="objet"
        label="Objet"
        chosen={filter.objet}
        any="Tous"
        options={PURPOSES.map((purpose) => [purpose, INSTALMENT_PURPOSE_NAMES[PURPOSE_ASKED[purpose]]])}
      />
      <FilterSelect
        name="annee"
        label="Année de l’aide"
        chosen={filter.annee}
        any="Toutes"
        options={years.map((year) => [String(year), yearWords(year)])}
      />
      <FilterSelect name="tri" label="Trier par" chosen={filter.tri} options={Object.entries(SORT_WORDS)} />
      <Checkbox name="retard" value="oui" label="En retard" defaultChecked={filter.retard === 'oui'} />
    </TableFilter>
  );
}
