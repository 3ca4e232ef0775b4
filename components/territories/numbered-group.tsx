import type { ReactNode } from 'react';
import type { Laureate } from '@/lib/figures/laureates';
import { NumberedLaureate } from './numbered-laureate';

type NumberedGroupProps = {
  id: string;
  title: string;
  href: string;
  /** At the end of the heading: a date, a count. */
  aside: ReactNode;
  /** What holds for all the names of the group. */
  note?: string;
  laureates: readonly Laureate[];
};

/** The names under one heading, with the numbers of their map; nothing where there are none. */
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
