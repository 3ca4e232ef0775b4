'use client';

import { useEffect, useState } from 'react';
import { historyNote, noteInHistory } from '@/components/ui/history-note';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { Panel } from './dock';
import { useInertOutside } from './use-inert-outside';
import { useMedia } from './use-media';

const WIDE_FOR_FILTERS = '(min-width: 1181px)';
const WIDE_FOR_MAP = '(min-width: 700px)';

const NOTE = 'panel';

const OPENER = '[aria-controls="filtres"]';

type Under = Exclude<Panel, 'filters'>;

const leftPanel = (): Under => (typeof window !== 'undefined' && historyNote(NOTE) === 'map' ? 'map' : 'list');

/** As the reader left it when coming Back. Escape, or a wider window, gives the list back. */
export function usePanel() {
  const isLive = useHydrated();
  const [left] = useState(leftPanel);
  const [chosen, setChosen] = useState<Under | null>(null);
  const [areFiltersOpen, setFiltersOpen] = useState(false);
  const under = chosen ?? (isLive ? left : 'list');
  const asked: Panel = areFiltersOpen ? 'filters' : under;
  const show = (next: Panel) => {
    setFiltersOpen(next === 'filters');
    if (next !== 'filters') setChosen(next);
  };
  // Another entry without a reload: what covered it is what its own note says.
  useEffect(() => {
    const follow = () => setChosen(leftPanel());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  // After each rendering, because another set of the directory is another entry of the history.
  useEffect(() => {
    if (isLive && historyNote(NOTE) !== under) noteInHistory(NOTE, under);
  });
  const filtersStand = useMedia(WIDE_FOR_FILTERS);
  const mapStands = useMedia(WIDE_FOR_MAP);
  const isOver = (asked === 'filters' && !filtersStand) || (asked === 'map' && !mapStands);
  const panel: Panel = isOver ? asked : 'list';

  // The number of results is said whatever covers the list.
  useInertOutside(panel === 'filters', '#filtres, .dir > [role=status]');
  useInertOutside(panel === 'map', '#carte, .dock, .dir > [role=status]');

  useEffect(() => {
    if (panel !== 'filters') return;
    const opener = document.activeElement;
    document.querySelector<HTMLElement>('#filtres h2')?.focus();
    const closeOnEscape = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setFiltersOpen(false);
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('keydown', closeOnEscape);
      const back = opener instanceof HTMLElement && opener.matches(OPENER) ? opener : null;
      // The page is still covered at this moment: focus can go back once it is not.
      requestAnimationFrame(() => back?.focus());
    };
  }, [panel]);

  return {
    panel,
    show,
    closeFilters: () => setFiltersOpen(false),
    isMapSeen: mapStands || panel === 'map',
  };
}
