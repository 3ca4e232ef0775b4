import type { ReactNode } from 'react';

type EntryPageProps = { title: ReactNode; lead: ReactNode; children: ReactNode; aside?: ReactNode };

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
