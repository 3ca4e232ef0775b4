'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** Focus would else fall back to the page, with the form that went away. */
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
