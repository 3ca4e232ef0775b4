import { Button, ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { FilterSelect } from '@/components/ui/filter-select';
import { INSTALMENT_PURPOSE_NAMES } from '@/lib/domain/instalment';
import { ordinalParts } from '@/lib/french/words';
import { placeName } from '@/lib/geography/place-names';
import {
  INSTALMENT_SORTS,
  INSTALMENT_STATES,
  INSTALMENTS,
  type InstalmentFilter,
  PURPOSE_ASKED,
  PURPOSES,
} from '@/lib/instalments/filter';

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

type InstalmentFilterFormProps = {
  filter: InstalmentFilter;
  regions: readonly { code: string; name: string }[];
  waves: readonly { id: string; label: string }[];
  mostYears: number;
};

/** Asks for an address: a view can be kept and sent. */
export function InstalmentFilterForm({ filter, regions, waves, mostYears }: InstalmentFilterFormProps) {
  const years = Array.from({ length: mostYears }, (_, at) => at + 1);
  return (
    <form className="journal-filter" action={INSTALMENTS} aria-label="Filtrer les versements">
      <div className="field">
        <label htmlFor="filtre-q">Nom ou commune</label>
        <input id="filtre-q" type="search" name="q" className="input" maxLength={100} defaultValue={filter.q} />
      </div>
      <FilterSelect
        name="etat"
        label="État"
        chosen={filter.etat}
        any="Tous"
        options={INSTALMENT_STATES.map((state) => [state, STATE_WORDS[state]])}
      />
      <FilterSelect
        name="region"
        label="Région"
        chosen={filter.region}
        any="Toutes"
        options={regions.map(({ code, name }) => [code, placeName(name)])}
      />
      <FilterSelect
        name="vague"
        label="Vague"
        chosen={filter.vague}
        any="Toutes"
        options={waves.map(({ id, label }) => [id, label])}
      />
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
      <FilterSelect
        name="tri"
        label="Trier par"
        chosen={filter.tri}
        options={INSTALMENT_SORTS.map((sort) => [sort, SORT_WORDS[sort]])}
      />
      <Checkbox name="retard" value="oui" label="En retard" defaultChecked={filter.retard === 'oui'} />
      <div className="filter-buttons">
        <Button type="submit">Filtrer</Button>
        <ButtonLink look="ink" href={INSTALMENTS}>
          Tout voir
        </ButtonLink>
      </div>
    </form>
  );
}
