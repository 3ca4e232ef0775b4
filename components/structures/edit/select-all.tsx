'use client';

import { useRef } from 'react';
import { useHydrated } from '@/components/ui/use-hydrated';

/** Nothing without JavaScript: each row has its own box. */
export function SelectAll({ name }: { name: string }) {
  const box = useRef<HTMLInputElement>(null);
  if (!useHydrated()) return <span className="vh">Choisir</span>;
  const apply = (isChosen: boolean) => {
    const boxes = box.current?.form?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`) ?? [];
    for (const one of boxes) one.checked = isChosen;
  };
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label="Choisir toutes les structures de cette page"
      onChange={(event) => apply(event.target.checked)}
    />
  );
}
