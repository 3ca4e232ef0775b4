import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field-frame';
import { FilterSelect } from '@/components/ui/filter-select';
import { SUBJECT_KINDS } from '@/lib/audit/subject-kinds';
import { JOURNAL, type JournalFilter, journalHref, NOBODY } from '@/lib/journal/filter';
import { type AskedRecords, type JournalRecord, MOST_OFFERED } from '@/lib/journal/find-record';
import { KIND_LABELS } from '@/lib/journal/labels';

type JournalFilterFormProps = {
  filter: JournalFilter;
  authors: readonly { id: string; name: string }[];
  records: AskedRecords;
};

const FORM = 'journal';

type DayProps = { name: string; label: string; chosen: string | null };

const Day = ({ name, label, chosen }: DayProps) => (
  <div className="field">
    <label htmlFor={`${FORM}-${name}`}>{label}</label>
    <input id={`${FORM}-${name}`} type="date" name={name} className="input" defaultValue={chosen ?? ''} />
  </div>
);

const UNKNOWN =
  'Aucune fiche n’a ce nom ni cet identifiant. Vérifiez l’orthographe, ou donnez un identifiant comme fabt-040.';

function problemOf(records: AskedRecords): string | null {
  if (records === null || records.length === 1) return null;
  if (records.length === 0) return UNKNOWN;
  if (records.length < MOST_OFFERED) return `${records.length} fiches répondent à ce nom\u00A0: choisissez la bonne.`;
  return `Trop de fiches répondent à ce nom\u00A0: choisissez parmi ces ${MOST_OFFERED}, ou précisez-le.`;
}

const recordWords = ({ name, commune, kind }: JournalRecord) =>
  [name, kind === 'user' ? 'compte' : commune].filter(Boolean).join(', ');

const PROBLEM_ID = 'journal-fiche-erreur';
const HINT_ID = 'journal-fiche-aide';

function RecordField({ filter, records }: Pick<JournalFilterFormProps, 'filter' | 'records'>) {
  const problem = problemOf(records);
  return (
    <div className={problem ? 'field field--record field--bad' : 'field field--record'}>
      <label htmlFor="journal-fiche">Fiche</label>
      <span className="field-hint" id={HINT_ID}>
        Le nom d’une structure, d’une vague ou d’un compte, ou un identifiant comme fabt-040.
      </span>
      <input
        id="journal-fiche"
        name="fiche"
        className="input"
        defaultValue={filter.fiche ?? ''}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${HINT_ID} ${PROBLEM_ID}` : HINT_ID}
      />
      {problem ? <FieldError id={PROBLEM_ID}>{problem}</FieldError> : null}
      {records && records.length > 1 ? (
        <ul className="task-list">
          {records.map((record) => (
            <li key={record.id}>
              <a href={journalHref(JOURNAL, { ...filter, fiche: record.id, page: 1 })}>{recordWords(record)}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Asks for an address: a view of the journal can be kept and sent. */
export function JournalFilterForm({ filter, authors, records }: JournalFilterFormProps) {
  return (
    <form className="office-filter" action={JOURNAL} aria-label="Filtrer le journal">
      <RecordField filter={filter} records={records} />
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
