'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** What takes the place of a form that went away also takes its focus, which would else fall back to the page. */
export function FocusHere({ className, children }: { className?: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus();
  }, []);
  return (
    <div ref={box} tabIndex={-1} className={className}>
      {children}
    </div>
  );
}
