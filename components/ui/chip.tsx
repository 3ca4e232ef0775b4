import type { ReactNode } from 'react';
import { Icon } from './icon';

type ChipProps = {
  children: ReactNode;
  /** Where the page goes without this value. */
  removeHref: string;
  /** Full name of the way out, e.g. « Retirer le filtre Hauts-de-France ». */
  removeLabel: string;
};

export function Chip({ children, removeHref, removeLabel }: ChipProps) {
  return (
    <span className="chip">
      {children}
      <a href={removeHref} aria-label={removeLabel}>
        <Icon name="close" />
      </a>
    </span>
  );
}
