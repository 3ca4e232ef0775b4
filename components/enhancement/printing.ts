import { formatDate, todayInParis } from '@/lib/french/dates';
import { onPressed } from './pressed';

const write = (selector: string, text: string) => {
  for (const place of document.querySelectorAll(selector)) place.textContent = text;
};

/** A page may be printed long after it was sent, and filters applied since have changed its address. */
function refreshHead(): void {
  // For a while after a filter was applied the former one may stand before it.
  const canonical = [...document.querySelectorAll<HTMLLinkElement>('link[rel=canonical]')].pop();
  write('[data-print-address]', (canonical ?? window.location).href);
  write('[data-print-day]', formatDate(todayInParis()));
}

export function printing(): void {
  onPressed('data-print', () => window.print());
  window.addEventListener('beforeprint', refreshHead);
}
