'use client';

import { useEffect, useRef } from 'react';
import { StructureRow } from '@/components/structures/structure-row';
import { Pagination } from '@/components/ui/pagination';
import { PAGE_SIZE } from '@/lib/directory/filter';
import { directoryHref } from '@/lib/directory/href';
import type { DirectoryView } from './directory-view';

type ResultListProps = {
  view: DirectoryView;
  markedId: string | null;
  isBusy: boolean;
  onHighlight: (id: string | null) => void;
};

/** Listens once for the whole list. */
function usePointedRow(onHighlight: ResultListProps['onHighlight']) {
  const list = useRef<HTMLOListElement>(null);
  const latest = useRef(onHighlight);
  useEffect(() => {
    latest.current = onHighlight;
  });
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const enter = ({ target }: Event) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-id]') : null;
      latest.current(row?.dataset.id ?? null);
    };
    const leave = () => latest.current(null);
    element.addEventListener('pointerover', enter);
    element.addEventListener('focusin', enter);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('focusout', leave);
    return () => {
      element.removeEventListener('pointerover', enter);
      element.removeEventListener('focusin', enter);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('focusout', leave);
    };
  }, []);
  return list;
}

export function ResultList({ view, markedId, isBusy, onHighlight }: ResultListProps) {
  const { filter, rows, pages } = view;
  const list = usePointedRow(onHighlight);
  return (
    <>
      <ol className="rows" ref={list} aria-busy={isBusy} start={(filter.page - 1) * PAGE_SIZE + 1}>
        {rows.map((structure) => (
          <StructureRow key={structure.id} structure={structure} isOn={structure.id === markedId} />
        ))}
      </ol>
      <Pagination page={filter.page} pages={pages} hrefOf={(page) => directoryHref({ ...filter, page })} />
    </>
  );
}
