import type { ComponentProps } from 'react';
import { Icon } from '@/components/ui/icon';

type AroundMeButtonProps = Pick<ComponentProps<'button'>, 'aria-busy' | 'onClick'> & {
  /** Read by components/enhancement on pages that React does not run. */
  'data-around-me'?: string;
};

/** Its words follow `aria-busy`, whoever sets it. */
export function AroundMeButton(props: AroundMeButtonProps) {
  return (
    <button type="button" className="btn btn--ink locate group" {...props}>
      <Icon name="locate" />
      <span className="group-aria-busy:hidden">Autour de moi</span>
      <span className="hidden group-aria-busy:inline">Recherche…</span>
    </button>
  );
}
