type DatePrecision = 'day' | 'month' | 'year' | 'period';

/** A date as its source gives it; `period` is its wording when no calendar date stands behind it. */
export type PreciseDate = { date: string | null; precision: DatePrecision; period?: string | null };

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

type Parts = { year: string; month: string | undefined; day: number | undefined };

/** Also at the head of an instant; null for anything unreadable. */
function readDate(text: string): Parts | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|T)/.exec(text);
  if (!found?.[1]) return null;
  const month = found[2] === undefined ? undefined : MONTHS[Number(found[2]) - 1];
  if (found[2] !== undefined && month === undefined) return null;
  return { year: found[1], month, day: found[3] === undefined ? undefined : Number(found[3]) };
}

/** « 3 février 2020 », « 1er décembre 2021 »; unreadable, as it is. */
export function formatDate(date: string): string {
  const parts = readDate(date);
  if (!parts) return date;
  const day = parts.day === 1 ? '1er' : parts.day;
  return [day, parts.month, parts.year].filter((part) => part !== undefined).join(' ');
}

/** Never more precise than its source. */
export function formatDateWithPrecision({ date, precision, period }: PreciseDate): string {
  if (precision === 'period') return period || 'date non précisée';
  if (!date) return 'date non précisée';
  return formatDate(date.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10));
}

/** What `<time datetime>` may say: nothing for a period, else the date cut to its precision. */
export function machineDate({ date, precision }: PreciseDate): string | undefined {
  if (!date || precision === 'period') return undefined;
  return date.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10);
}

const parisDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

/** `2026-11-23` */
export const dayInParis = (instant: Date): string => parisDay.format(instant);

/** The day that opens and closes a wave. */
export const todayInParis = (): string => dayInParis(new Date());
