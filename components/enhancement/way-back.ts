import { historyNote, noteInHistory } from '@/components/ui/history-note';

const NAME = 'cameFrom';

type Left = {
  /** Path and query of the page of results. */
  address: string;
  /** It is the entry before this one in the history of this tab. */
  isBefore: boolean;
};

const isLeft = (note: unknown): note is Left => typeof note === 'object' && note !== null && 'address' in note;

/** Path and query of the page that a link of this site was followed from, when it is the one that `home` leads to, filtered or not. */
export function resultsLeft(referrer: string, home: Pick<URL, 'origin' | 'pathname'>): string | null {
  if (referrer === '') return null;
  const { origin, pathname, search } = new URL(referrer);
  return origin === home.origin && pathname === home.pathname ? pathname + search : null;
}

export const wayBackLabel = (address: string): string =>
  address.includes('?') ? 'Retour aux résultats' : 'Retour à l’annuaire';

function readLeft(): Left | null {
  const note = historyNote(NAME);
  return isLeft(note) ? note : null;
}

/** What a reload or Back shows again has its note already, but for a place further down the page: another entry of the history. */
function noteArrival(link: HTMLAnchorElement): void {
  const address = resultsLeft(document.referrer, link);
  const [arrival] = performance.getEntriesByType('navigation');
  if (address === null || !(arrival instanceof PerformanceNavigationTiming)) return;
  const isArrival = arrival.type === 'navigate';
  if (isArrival || readLeft() === null)
    noteInHistory(NAME, { address, isBefore: isArrival && window.history.length > 1 } satisfies Left);
}

/** To the very page that was left, with its map as it was, when that is the one before. */
function leadBack(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-way-back]');
  if (!link) return;
  noteArrival(link);
  const left = readLeft();
  if (left === null) return;
  link.setAttribute('href', left.address);
  const words = link.querySelector('span');
  if (words) words.textContent = wayBackLabel(left.address);
  link.addEventListener('click', (event) => {
    const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (isElsewhere || !readLeft()?.isBefore) return;
    event.preventDefault();
    window.history.back();
  });
}

/** The link marked `data-way-back` leads to the results that were left. */
export function wayBack(): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', leadBack);
  else leadBack();
}
