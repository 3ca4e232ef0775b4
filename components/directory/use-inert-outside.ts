'use client';

import { useEffect } from 'react';

function silence(parent: Element, kept: readonly Element[]): HTMLElement[] {
  return [...parent.children].flatMap((child) => {
    if (!(child instanceof HTMLElement) || kept.includes(child)) return [];
    if (kept.some((element) => child.contains(element))) return silence(child, kept);
    if (child.inert) return [];
    child.inert = true;
    return [child];
  });
}

/** While `active`, only what the selector finds can be reached and read: it covers the screen. */
export function useInertOutside(active: boolean, selector: string): void {
  useEffect(() => {
    if (!active) return;
    const silenced = silence(document.body, [...document.querySelectorAll(selector)]);
    return () => {
      for (const element of silenced) element.inert = false;
    };
  }, [active, selector]);
}
