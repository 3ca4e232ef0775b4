import { Button } from '@/components/ui/button';
import type { Box } from '@/lib/geography/degrees';
import { addressableBox } from './map-query';
import { viewBox } from './map-view-box';
import type { LiveMap } from './use-live-map';

type MapNoticeProps = {
  live: LiveMap | null;
  failed: boolean;
  hasMoved: boolean;
  retry(): void;
  /** Told before the box of the view becomes that of the filter: the view must then not jump. */
  keepView(zone: Box): void;
  onSearchZone(zone: Box): void;
};

/** Pressed, it leaves focus on the map. */
export function MapNotice({ live, failed, hasMoved, retry, keepView, onSearchZone }: MapNoticeProps) {
  const readAgain = () => {
    live?.markers.focus();
    retry();
  };
  const searchHere = () => {
    if (!live) return;
    const zone = addressableBox(viewBox(live.map));
    keepView(zone);
    live.markers.focus();
    onSearchZone(zone);
  };
  return (
    <div className="lm-notice">
      {/* The region is there before its message, so that the message is read. */}
      <div role="alert">
        {failed && (
          <p className="lm-box" data-over-map="">
            La carte n’a pas répondu. La liste reste juste et complète.{' '}
            <Button small onClick={readAgain}>
              Réessayer
            </Button>
          </p>
        )}
      </div>
      {hasMoved && !failed && (
        <Button data-over-map="" onClick={searchHere}>
          Chercher dans cette zone
        </Button>
      )}
    </div>
  );
}
