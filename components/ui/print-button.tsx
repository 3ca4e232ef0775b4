import { Button } from './button';
import { Icon } from './icon';

/** Without scripts the browser's own menu prints. */
export function PrintButton() {
  return (
    <Button look="ink" className="with-scripts no-print" data-print>
      <Icon name="print" /> Imprimer
    </Button>
  );
}
