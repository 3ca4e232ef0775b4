'use client';

import { Button } from './button';
import { Icon } from './icon';

/** Shown only where scripts run: without them the browser's own menu prints. */
export function PrintButton() {
  return (
    <Button look="ink" className="with-scripts" onClick={() => window.print()}>
      <Icon name="print" /> Imprimer
    </Button>
  );
}
