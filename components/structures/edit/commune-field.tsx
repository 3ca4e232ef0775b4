'use client';

import { CommuneCombobox } from '@/components/communes/commune-combobox';
import { FieldError } from '@/components/ui/field-frame';
import { useField } from '@/components/ui/form-context';
import { placeName } from '@/lib/geography/place-names';

const textOf = ({ name, code }: { name: string; code: string }) => `${placeName(name)} (${code})`;

/** Without JavaScript, a text that the site resolves, or gives back with communes to choose from. */
export function CommuneField({ initially }: { initially: string }) {
  const { id, error, errorId, hintId, typed, suggestions } = useField('commune');
  return (
    <div className={error ? 'field field--bad' : 'field'}>
      <label htmlFor={id}>Commune</label>
      <span className="field-hint" id={hintId}>
        Nom ou code postal, puis choisissez dans la liste.
      </span>
      <CommuneCombobox
        id={id}
        name="commune"
        value={typed?.[0] ?? initially}
        describedBy={error ? `${hintId} ${errorId}` : hintId}
        isInvalid={error !== undefined}
        textOf={textOf}
      />
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
      {suggestions.length > 0 ? (
        <fieldset className="suggested">
          <legend>Communes qui répondent à ce texte</legend>
          <div className="choice">
            {suggestions.map(({ value, label }) => (
              <label key={value}>
                <input type="radio" name="communeChoice" value={value} />
                <span>{label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
    </div>
  );
}
