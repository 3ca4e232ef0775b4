'use client';

import { Button } from './button';
import { Icon } from './icon';

/** Shown only where scripts run: without them the browser's own menu prints. Paper has nothing to press. */
export function PrintButton() {
  return (
    <Button look="ink" className="with-scripts no-print" onClick={() => window.print()}>
      <Icon name="print" /> Imprimer
    </Button>
  );
}
