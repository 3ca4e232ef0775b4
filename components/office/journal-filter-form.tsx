import { Button } from '@/components/ui/button';
import { type JournalFilter, NOBODY, SUBJECT_KINDS } from '@/lib/audit/filter';
import { KIND_LABELS } from '@/lib/audit/labels';

type JournalFilterFormProps = { filter: JournalFilter; authors: readonly { id: string; name: string }[] };

type SelectProps = { name: string; label: string; chosen: string | null; options: [value: string, label: string][] };

const Select = ({ name, label, chosen, options }: SelectProps) => (
  <div className="field">
    <label htmlFor={`journal-${name}`}>{label}</label>
    <select id={`journal-${name}`} name={name} className="select" defaultValue={chosen ?? ''}>
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  </div>
);

const Day = ({ name, label, chosen }: Omit<SelectProps, 'options'>) => (
  <div className="field">
    <label htmlFor={`journal-${name}`}>{label}</label>
    <input id={`journal-${name}`} type="date" name={name} className="input" defaultValue={chosen ?? ''} />
  </div>
);

/** An ordinary form that asks for an address: a view of the journal can be kept and sent. */
export function JournalFilterForm({ filter, authors }: JournalFilterFormProps) {
  return (
    <form className="journal-filter" action="/admin/journal" aria-label="Filtrer le journal">
      <Select
        name="qui"
        label="Qui"
        chosen={filter.qui}
        options={[
          ['', 'Tout le monde'],
          [NOBODY, 'Programme et terminal'],
          ...authors.map(({ id, name }): [string, string] => [id, name]),
        ]}
      />
      <Select
        name="type"
        label="Sur quoi"
        chosen={filter.type}
        options={[['', 'Tout'], ...SUBJECT_KINDS.map((kind): [string, string] => [kind, KIND_LABELS[kind]])]}
      />
      <Day name="du" label="Du" chosen={filter.du} />
      <Day name="au" label="Au" chosen={filter.au} />
      <Button type="submit">Filtrer</Button>
    </form>
  );
}
