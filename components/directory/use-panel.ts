'use client';

import { useEffect, useRef, useState } from 'react';
import type { Panel } from './dock';
import { useInertOutside } from './use-inert-outside';
import { useMedia } from './use-media';

/** From these widths the filters, and the map, have a place of their own. */
const WIDE_FOR_FILTERS = '(min-width: 1181px)';
const WIDE_FOR_MAP = '(min-width: 700px)';

const OPENER = '[aria-controls="filtres"]';

/** Which part covers a small screen. What it covers cannot be reached; Escape, or a wider window, gives the list back. */
export function usePanel() {
  const [asked, setAsked] = useState<Panel>('list');
  const under = useRef<Panel>('list');
  const show = (next: Panel) => {
    if (asked !== 'filters') under.current = asked;
    setAsked(next);
  };
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
      if (key === 'Escape') setAsked(under.current);
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
    /** Closes the filters over what they covered. */
    closeFilters: () => setAsked((current) => (current === 'filters' ? under.current : current)),
    isMapSeen: mapStands || panel === 'map',
  };
}
