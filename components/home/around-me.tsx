import { AroundMeButton } from '@/components/communes/around-me-button';

/** The position itself is neither kept nor written in the address. */
export function AroundMe() {
  return (
    <div className="with-scripts">
      <AroundMeButton data-around-me="/fabriques?pres-de=" />
      <p role="status" className="mb-0 text-sm" />
    </div>
  );
}
