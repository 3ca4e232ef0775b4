'use client';

import { useField } from '@/components/ui/form-context';

export function DuplicateNotice() {
  const { id, error, errorId, suggestions } = useField('duplicate');
  if (!error) return null;
  return (
    <fieldset className="msg msg--check duplicates" aria-describedby={errorId}>
      <legend className="vh">Doublon probable</legend>
      <p id={errorId}>Dans la même commune, un nom proche :</p>
      <ul>
        {suggestions.map(({ value, label, href }) => (
          <li key={value}>
            <a href={href} target="_blank" rel="noreferrer">
              {label} (nouvel onglet)
            </a>
          </li>
        ))}
      </ul>
      <label className="check">
        <input id={id} type="checkbox" name="duplicate" value="oui" />
        <span>C’est une autre structure : enregistrer quand même</span>
      </label>
    </fieldset>
  );
}
