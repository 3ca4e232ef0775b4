'use client';

import { Icon } from '@/components/ui/icon';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatInteger } from '@/lib/french/numbers';

export type Panel = 'list' | 'filters' | 'map';

type DockProps = {
  filters: number;
  panel: Panel;
  show: (panel: Panel) => void;
};

const filtersLabel = (count: number) => (count > 0 ? `Filtres (${formatInteger(count)})` : 'Filtres');

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
