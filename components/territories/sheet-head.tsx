import type { ReactNode } from 'react';

type SheetHeadProps = {
  /** Official code: the number of the sheet in the atlas. */
  code: string;
  title: string;
  children: ReactNode;
};

export function SheetHead({ code, title, children }: SheetHeadProps) {
  return (
    <header className="sheet-head">
      <p className="sheet-code">
        <span>Feuille</span> <b>{code}</b>
      </p>
      <div>
        <h1>{title}</h1>
        <p className="lead">{children}</p>
      </div>
    </header>
  );
}
