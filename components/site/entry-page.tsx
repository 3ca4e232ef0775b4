import type { ReactNode } from 'react';

type EntryPageProps = { title: ReactNode; lead: ReactNode; children: ReactNode; aside?: ReactNode };

/** A page at the door of the back office: what it is for, one form, and beside it what helps when it does not work. */
export function EntryPage({ title, lead, children, aside }: EntryPageProps) {
  return (
    <div className="wrap entry">
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </header>
      <div className="entry-body">
        <div>{children}</div>
        {aside ? <aside aria-label="En cas de difficulté">{aside}</aside> : null}
      </div>
    </div>
  );
}
