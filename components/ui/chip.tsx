import type { ReactNode } from 'react';
import { Icon } from './icon';

type ChipProps = {
  children: ReactNode;
  removeHref: string;
  /** « Retirer le filtre Hauts-de-France » */
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
