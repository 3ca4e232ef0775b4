import type { ReactNode } from 'react';

/** Colours of the light theme. */
export const ShareFrame = ({ children }: { children: ReactNode }) => (
  <div
    style={{
      display: 'flex',
      width: '100%',
      height: '100%',
      background: '#fbf8f2',
      color: '#1b2a41',
      fontFamily: 'Text',
    }}
  >
    {children}
  </div>
);
