import type { ReactNode } from 'react';

type ProsePageProps = {
  title: string;
  lead: ReactNode;
  contents: ReadonlyArray<{ id: string; label: string }>;
  children: ReactNode;
};

export function ProsePage({ title, lead, contents, children }: ProsePageProps) {
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </header>
      <div className="prose-layout">
        <nav className="prose-contents no-print" aria-labelledby="sur-cette-page">
          <h2 id="sur-cette-page">Sur cette page</h2>
          <ol>
            {contents.map(({ id, label }) => (
              <li key={id}>
                <a href={`#${id}`}>{label}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="prose">{children}</div>
      </div>
    </div>
  );
}

export function ProsePart({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
