import type { ReactNode } from 'react';

type DefinitionProps = { term: string; className?: string; children: ReactNode };

/** A line of a `dl`. */
export const Definition = ({ term, className, children }: DefinitionProps) => (
  <div className={className}>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
