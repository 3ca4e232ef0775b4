import type { ReactNode } from 'react';

export function FormSection({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="grp">
      <legend>
        <h2>{title}</h2>
      </legend>
      {hint ? <p className="soft grp-hint">{hint}</p> : null}
      <div className="grp-in">{children}</div>
    </fieldset>
  );
}
