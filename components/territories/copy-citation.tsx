'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** Without scripts it is not shown, and the text itself can be selected. */
export function CopyCitation({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Citation copiée.');
    } catch {
      setSaid('La copie n’a pas été permise\u00A0: sélectionnez le texte.');
    }
  };
  return (
    <div className="with-scripts no-print">
      <Button look="ink" small onClick={() => void copy()}>
        Copier la citation
      </Button>
      <p role="status" className="mb-0 text-xs">
        {said}
      </p>
    </div>
  );
}
