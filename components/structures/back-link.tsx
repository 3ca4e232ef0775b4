'use client';

import { type MouseEvent, useEffect } from 'react';
import { historyNote, noteInHistory } from '@/components/ui/history-note';
import { Icon } from '@/components/ui/icon';

const NAME = 'cameFrom';

/** Not what a reload or Back shows again. */
function isArrivalFrom(address: string): boolean {
  const [arrival] = performance.getEntriesByType('navigation');
  return arrival instanceof PerformanceNavigationTiming && arrival.type === 'navigate' && document.referrer === address;
}

/** To the very page that was left, with its map as it was, when that is the one before. */
export function BackLink({ href, label }: { href: string; label: string }) {
  useEffect(() => {
    const address = new URL(href, window.location.href).href;
    // On this entry alone: a place further down the page is another one.
    if (isArrivalFrom(address)) noteInHistory(NAME, href);
  }, [href]);
  const goBack = (event: MouseEvent) => {
    const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (isElsewhere || historyNote(NAME) !== href) return;
    event.preventDefault();
    window.history.back();
  };
  return (
    <a className="back no-print" href={href} onClick={goBack}>
      <Icon name="back" /> {label}
    </a>
  );
}
