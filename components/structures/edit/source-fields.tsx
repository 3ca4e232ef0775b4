'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { useField } from '@/components/ui/form-context';
import { useHydrated } from '@/components/ui/use-hydrated';

const MOST = 12;

type InitialSource = { url: string; title: string; publishedOn: string | null };

/** One more line than there are sources; a line left empty is none. */
export function SourceFields({ sources }: { sources: readonly InitialSource[] }) {
  const { id, error } = useField('sources');
  const isLive = useHydrated();
  const [added, setAdded] = useState(0);
  const lines = Math.min(MOST, sources.length + 1 + added);
  return (
    <div className="g6 sources-fields" id={id} tabIndex={-1}>
      {error ? <p className="field-error">{error}</p> : null}
      {Array.from({ length: lines }, (_, at) => (
        <fieldset key={`source-${at}`} className="source-line">
          <legend>Source {at + 1}</legend>
          <Field name={`sourceTitle-${at}`} label="Titre" initially={sources[at]?.title} />
          <Field
            name={`sourceUrl-${at}`}
            label="Adresse de la page"
            type="url"
            inputMode="url"
            initially={sources[at]?.url}
          />
          <Field
            name={`sourceDate-${at}`}
            label="Date de publication"
            type="date"
            initially={sources[at]?.publishedOn}
          />
        </fieldset>
      ))}
      {isLive && lines < MOST ? (
        <Button small onClick={() => setAdded(added + 1)}>
          Ajouter une source
        </Button>
      ) : null}
    </div>
  );
}
