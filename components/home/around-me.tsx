'use client';

import { useState } from 'react';
import { LocateButton } from '@/components/directory/locate-button';

/** The position itself is neither kept nor written in the address. */
export function AroundMe() {
  const [message, setMessage] = useState('');
  return (
    <div className="with-scripts">
      <LocateButton
        onFound={({ code }) => window.location.assign(`/fabriques?pres-de=${code}`)}
        onMessage={setMessage}
      />
      <p role="status" className="mb-0 text-sm">
        {message}
      </p>
    </div>
  );
}
