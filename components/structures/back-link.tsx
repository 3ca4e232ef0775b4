import { Icon } from '@/components/ui/icon';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { directoryHref } from '@/lib/directory/href';

/** Leads to the results that were left once components/enhancement has found them. In development React comes after it, and leaves them. */
export function BackLink() {
  return (
    <a className="back no-print" href={directoryHref(EMPTY_FILTER)} data-way-back suppressHydrationWarning>
      <Icon name="back" /> <span suppressHydrationWarning>Retour à l’annuaire</span>
    </a>
  );
}
