import type { ReactNode } from 'react';
import type { Laureate } from '@/lib/figures/laureates';
import { NumberedLaureate } from './numbered-laureate';

type NumberedGroupProps = {
  id: string;
  title: string;
  href: string;
  aside: ReactNode;
  note?: string;
  laureates: readonly Laureate[];
};

export function NumberedGroup({ id, title, href, aside, note, laureates }: NumberedGroupProps) {
  if (laureates.length === 0) return null;
  return (
    <section className="wave-group" aria-labelledby={id}>
      <h3 id={id}>
        <a className="plain" href={href}>
          {title}
        </a>
        <span className="soft">{aside}</span>
      </h3>
      {note ? <p>{note}</p> : null}
      <ol className="numbered">
        {laureates.map((laureate) => (
          <NumberedLaureate key={laureate.slug} laureate={laureate} />
        ))}
      </ol>
    </section>
  );
}
