/** « 50 000 », « 50 000 € », « 50000,00 ». Null for anything else: « 5 00 » may be a slip. */
export function readEuros(text: string): number | null {
  const plain = text
    .replaceAll(/[\u00A0\u202F\s]+/g, ' ')
    .trim()
    .replace(/ ?(?:€|euros?)$/i, '')
    .replace(/,00?$/, '');
  if (!/^(?:\d{1,9}|\d{1,3}(?: \d{3}){1,2})$/.test(plain)) return null;
  return Number(plain.replaceAll(' ', ''));
}

type TypedDate = { date: string; precision: 'day' | 'month' | 'year' };

const isDay = (date: string) => {
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date);
};

/** « 3/2/2020 », « 12/2021 », « 2021 », and the same as `2020-02-03`: the first day of what is named. Null for anything else. */
export function readTypedDate(text: string): TypedDate | null {
  const french = /^(?:(?:(\d{1,2})\/)?(\d{1,2})\/)?(\d{4})$/.exec(text.trim());
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  const [year, month, day] = iso ? iso.slice(1) : french ? [french[3], french[2], french[1]] : [];
  if (!year) return null;
  const date = `${year}-${(month ?? '1').padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`;
  return isDay(date) ? { date, precision: day ? 'day' : month ? 'month' : 'year' } : null;
}

/** No more precise than told. */
export function toTypedDate(date: string, precision: TypedDate['precision']): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (precision === 'year') return year;
  return precision === 'month' ? `${month}/${year}` : `${day}/${month}/${year}`;
}
