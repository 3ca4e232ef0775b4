'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useOptimistic, useRef, useState, useTransition } from 'react';
import type { DirectoryFilter } from '@/lib/directory/filter';
import { directoryHref } from '@/lib/directory/href';
import type { DirectoryView } from './directory-view';

const PATH = '/fabriques';

function pressedAddress(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target || link.origin !== window.location.origin) return null;
  return link.pathname === PATH && link.hash === '' ? PATH + link.search : null;
}

function restoreFocus(root: HTMLElement | null, control: string | null) {
  if (document.activeElement !== document.body && document.activeElement?.isConnected) return;
  const again = control ? root?.querySelector<HTMLElement>(control) : null;
  if (again && !again.matches(':disabled')) again.focus();
  else root?.querySelector('h1')?.focus();
}

/** Lines of the list that must remain below the header for the reader to know what it has become. */
const SEEN_PX = 200;

/** A view shorter than the former one may end above what is seen: its beginning is then brought back. */
function keepInSight(root: HTMLElement | null) {
  const list = root?.querySelector('#liste');
  const end = list?.lastElementChild?.getBoundingClientRect().bottom;
  if (list && end !== undefined && end < SEEN_PX) list.scrollIntoView({ block: 'start' });
}

const selectorOf = (element: Element | null): string | null =>
  element instanceof HTMLInputElement && element.type === 'checkbox'
    ? `input[name="${element.name}"][value="${element.value}"]`
    : null;

/** The filter asked is shown at once, the list stays until the next one is there; the address follows. */
export function useDirectoryNavigation(view: DirectoryView, root: RefObject<HTMLElement | null>) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [filter, setFilter] = useOptimistic(view.filter);
  const next = useRef<{ heading: boolean; control: string | null } | null>(null);

  const visit = (href: string, asked?: DirectoryFilter) => {
    next.current = { heading: !asked, control: selectorOf(document.activeElement) };
    startTransition(() => {
      if (asked) setFilter(asked);
      router.push(href, { scroll: false });
    });
  };
  const visitLatest = useRef(visit);
  useEffect(() => {
    visitLatest.current = visit;
  });

  useEffect(() => {
    const element = root.current;
    const follow = (event: MouseEvent) => {
      const href = pressedAddress(event);
      if (href === null) return;
      event.preventDefault();
      visitLatest.current(href);
    };
    element?.addEventListener('click', follow);
    return () => element?.removeEventListener('click', follow);
  }, [root]);

  useEffect(() => {
    if (isPending || !next.current) return;
    const { heading, control } = next.current;
    next.current = null;
    if (heading)
      (root.current?.querySelector<HTMLElement>('#lieu-question') ?? root.current?.querySelector('h1'))?.focus();
    else restoreFocus(root.current, control);
    keepInSight(root.current);
  }, [isPending, root]);

  return {
    filter,
    isPending,
    apply: (asked: DirectoryFilter) => visit(directoryHref(asked), asked),
    visit: (href: string) => visit(href),
  };
}

/** Nothing on arrival, when the heading is read anyway. */
export function useAnnouncement({ heading, pages, filter }: DirectoryView): string {
  const said = pages > 1 ? `${heading}, page ${filter.page} sur ${pages}` : heading;
  const first = useRef(said);
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => {
    if (said === first.current) return;
    first.current = '';
    setAnnouncement(said);
  }, [said]);
  return announcement;
}
