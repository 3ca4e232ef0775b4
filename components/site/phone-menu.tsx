'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** Works without JavaScript; with it, Escape closes and focus goes back to the button. */
export function PhoneMenu({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !menu.current?.open) return;
      const held = menu.current.contains(document.activeElement);
      menu.current.open = false;
      if (held) menu.current.querySelector('summary')?.focus();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, []);
  return (
    <details className="phone-menu" ref={menu}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
