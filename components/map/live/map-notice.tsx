import { Button } from '@/components/ui/button';

type MapNoticeProps = { failed: boolean; hasMoved: boolean; onRetry(): void; onSearch(): void };

/** Over the map: that it did not answer, else the offer to search where the reader went. */
export function MapNotice({ failed, hasMoved, onRetry, onSearch }: MapNoticeProps) {
  return (
    <div className="lm-notice">
      {/* The region is there before its message, so that the message is read. */}
      <div role="alert">
        {failed && (
          <p className="lm-box" data-over-map="">
            La carte n’a pas répondu. La liste reste juste et complète.{' '}
            <Button small onClick={onRetry}>
              Réessayer
            </Button>
          </p>
        )}
      </div>
      {hasMoved && !failed && (
        <Button data-over-map="" onClick={onSearch}>
          Chercher dans cette zone
        </Button>
      )}
    </div>
  );
}
