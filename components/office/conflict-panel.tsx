'use client';

import { useContext, useEffect, useRef } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { FormContext } from '@/components/ui/form-context';
import { KeptValue } from '@/components/ui/kept-value';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ConflictField } from '@/lib/domain/conflict';
import { CHOICE_PREFIX } from '@/lib/forms/form-state';

type Side = ConflictField['suggested'];

function Cell({ field, side }: { field: ConflictField; side: Side }) {
  const words = field[side];
  return (
    <td>
      <label>
        <input
          type="radio"
          name={CHOICE_PREFIX + field.name}
          value={side}
          defaultChecked={field.suggested === side}
          aria-label={`${field.label}, ${side === 'saved' ? 'enregistré' : 'votre saisie'} : ${words}`}
        />
        <span className={words === 'vide' ? 'soft' : undefined}>{words}</span>
      </label>
    </td>
  );
}

/** Stands inside the form, whose hidden `version` must then be `state.conflict.version`; the choices are sent with the rest. */
export function ConflictPanel({ title, keepHref }: { title: string; keepHref: string }) {
  const { state } = useContext(FormContext);
  const panel = useRef<HTMLElement>(null);
  const { conflict } = state;
  useEffect(() => {
    if (conflict) panel.current?.focus();
  }, [conflict]);
  if (!conflict) return null;
  const { version, sentence, fields } = conflict;
  return (
    <section ref={panel} className="conflict" role="alert" tabIndex={-1} aria-labelledby="conflit">
      <header>
        <h2 id="conflit">{title}</h2>
        <p>{sentence} Rien n’est perdu : choisissez, champ par champ, ce qui doit rester.</p>
      </header>
      <div className="scroll-x relative">
        <table>
          <caption className="vh">Ce qui diffère, et ce qui restera</caption>
          <thead>
            <tr>
              <th scope="col">Champ</th>
              <th scope="col">Enregistré (version {version})</th>
              <th scope="col">Votre saisie</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.name}>
                <th scope="row">{field.label}</th>
                <Cell field={field} side="saved" />
                <Cell field={field} side="typed" />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer>
        <SubmitButton look="full">Enregistrer ce choix (version {version + 1})</SubmitButton>
        <ButtonLink look="ink" href={keepHref}>
          Garder la version {version}
        </ButtonLink>
        <span className="soft">Les versions précédentes restent dans l’historique.</span>
      </footer>
    </section>
  );
}

/** What was chosen, or said of a likely duplicate, stays said when the next sending is refused for something else. */
export function VersionField({ version }: { version: number }) {
  const { state } = useContext(FormContext);
  if (state.conflict) return <input type="hidden" name="version" value={state.conflict.version} readOnly />;
  const said = Object.entries(state.values).filter(
    ([name]) => name.startsWith(CHOICE_PREFIX) || (name === 'duplicate' && !state.errors.duplicate),
  );
  return (
    <>
      <KeptValue name="version" value={version} />
      {said.map(([name, [value = '']]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
    </>
  );
}
