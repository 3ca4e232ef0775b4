import { Button } from '@/components/ui/button';
import { FilterSelect } from '@/components/ui/filter-select';
import { type JournalFilter, NOBODY, SUBJECT_KINDS } from '@/lib/audit/filter';
import { KIND_LABELS } from '@/lib/audit/labels';

type JournalFilterFormProps = { filter: JournalFilter; authors: readonly { id: string; name: string }[] };

const FORM = 'journal';

type DayProps = { name: string; label: string; chosen: string | null };

const Day = ({ name, label, chosen }: DayProps) => (
  <div className="field">
    <label htmlFor={`${FORM}-${name}`}>{label}</label>
    <input id={`${FORM}-${name}`} type="date" name={name} className="input" defaultValue={chosen ?? ''} />
  </div>
);

/** An ordinary form that asks for an address: a view of the journal can be kept and sent. */
export function JournalFilterForm({ filter, authors }: JournalFilterFormProps) {
  return (
    <form className="journal-filter" action="/admin/journal" aria-label="Filtrer le journal">
      <FilterSelect
        form={FORM}
        name="qui"
        label="Qui"
        chosen={filter.qui}
        options={[
          ['', 'Tout le monde'],
          [NOBODY, 'Programme et terminal'],
          ...authors.map(({ id, name }) => [id, name] as const),
        ]}
      />
      <FilterSelect
        form={FORM}
        name="type"
        label="Sur quoi"
        chosen={filter.type}
        options={[['', 'Tout'], ...SUBJECT_KINDS.map((kind) => [kind, KIND_LABELS[kind]] as const)]}
      />
      <Day name="du" label="Du" chosen={filter.du} />
      <Day name="au" label="Au" chosen={filter.au} />
      <Button type="submit">Filtrer</Button>
    </form>
  );
}
