'use client';

import { useMemo, useRef, useState } from 'react';
import { useHydrated } from '@/components/ui/use-hydrated';
import { countValues, defaultSort } from '@/lib/directory/filter';
import { directoryQuery, updateFilter } from '@/lib/directory/href';
import { Dock } from './dock';
import { EmptyResults } from './empty-results';
import { FilterForm } from './filter-form';
import { MapPane } from './map-pane';
import { PlainMap } from './plain-map';
import { ResultList } from './result-list';
import { ResultsHead, SortSelect, shownRange } from './results-head';
import { ResultsNotes } from './results-notes';
import { openView, type SentView } from './sent-view';
import { useAnnouncement, useDirectoryNavigation } from './use-directory-navigation';
import { usePanel } from './use-panel';

/** In the browser React leaves `noscript` empty, so the drawing and its code stay on the server. */
const isServer = typeof window === 'undefined';

export function Directory({ sent }: { sent: SentView }) {
  const view = useMemo(() => openView(sent), [sent]);
  const root = useRef<HTMLDivElement>(null);
  const isLive = useHydrated();
  const { filter, isPending, apply, visit } = useDirectoryNavigation(view, root);
  const { panel, show, closeFilters, isMapSeen } = usePanel();
  const [pointed, setPointed] = useState<string | null>(null);
  const [marked, setMarked] = useState<string | null>(null);
  const announcement = useAnnouncement(view);

  const switches = { filters: countValues(filter), panel, show };

  return (
    <div ref={root} className={isLive ? 'dir is-live' : 'dir'} data-panel={panel}>
      <p className="vh" role="status">
        {announcement}
      </p>
      <search className="dir-form" aria-label="Filtrer l’annuaire">
        <FilterForm view={view} filter={filter} apply={apply} visit={visit} onClose={closeFilters} />
      </search>
      <section className="dir-results" id="liste" aria-labelledby="titre">
        <ResultsHead view={view} />
        <ResultsNotes view={view} />
        {view.total === 0 ? (
          <EmptyResults view={view} />
        ) : (
          <>
            <div className="dir-tools">
              <SortSelect filter={filter} apply={apply} />
              <span className="soft num">{shownRange(view)}</span>
            </div>
            <ResultList view={view} markedId={marked} isBusy={isPending} onHighlight={setPointed} />
          </>
        )}
      </section>
      <section className="dir-pane" id="carte" aria-label="Carte des résultats">
        <MapPane
          isSeen={isMapSeen}
          query={directoryQuery({ ...view.filter, page: 1, tri: defaultSort(view.filter) })}
          total={view.total}
          {...view.map}
          highlightedId={pointed ?? marked}
          onHighlight={setMarked}
          onSearchZone={(zone) => apply(updateFilter(filter, { zone }))}
        />
        <noscript>{isServer ? <PlainMap view={view} /> : null}</noscript>
      </section>
      <Dock {...switches} />
    </div>
  );
}
