'use client';

import { Icon } from '@/components/ui/icon';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatInteger } from '@/lib/french/numbers';

/** What covers a small screen. */
export type Panel = 'list' | 'filters' | 'map';

type DockProps = {
  /** Values that narrow the set. */
  filters: number;
  panel: Panel;
  show: (panel: Panel) => void;
};

const filtersLabel = (count: number) => (count > 0 ? `Filtres (${formatInteger(count)})` : 'Filtres');

/** Opens the filters: a link to them without JavaScript, a button with it. */
function FiltersSwitch({ filters, panel, show }: DockProps) {
  const isLive = useHydrated();
  const words = (
    <>
      <Icon name="filter" />
      {filtersLabel(filters)}
    </>
  );
  if (!isLive) {
    return (
      <a className="btn btn--ink" href="#filtres">
        {words}
      </a>
    );
  }
  return (
    <button
      type="button"
      className="btn btn--ink"
      aria-expanded={panel === 'filters'}
      aria-controls="filtres"
      onClick={() => show('filters')}
    >
      {words}
    </button>
  );
}

/** The two things a thumb reaches on a phone: filters, and the map or the list. */
export function Dock(props: DockProps) {
  const { panel, show } = props;
  const isLive = useHydrated();
  return (
    <nav className="dock" aria-label="Filtres et carte">
      <FiltersSwitch {...props} />
      {isLive ? (
        <button type="button" className="btn btn--full" onClick={() => show(panel === 'map' ? 'list' : 'map')}>
          <Icon name={panel === 'map' ? 'list' : 'map'} />
          {panel === 'map' ? 'Liste' : 'Carte'}
        </button>
      ) : (
        <>
          <a className="btn btn--full to-map" href="#carte">
            <Icon name="map" />
            Carte
          </a>
          <a className="btn btn--full to-list" href="#liste">
            <Icon name="list" />
            Liste
          </a>
        </>
      )}
    </nav>
  );
}
