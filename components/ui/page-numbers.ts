type PageEntry = { key: string; number: number | null };

/** A null number is a gap of at least two pages. */
export function pageNumbers(page: number, pages: number): PageEntry[] {
  const wanted = new Set([1, 2, page - 1, page, page + 1, pages - 1, pages]);
  const shown = [...wanted].filter((number) => number >= 1 && number <= pages).toSorted((a, b) => a - b);
  return shown.flatMap((number, index) => {
    const before = shown[index - 1] ?? number - 1;
    const entry = { key: String(number), number };
    if (number - before === 1) return [entry];
    // A gap of one page is that page: an ellipsis would take the same room and say less.
    if (number - before === 2) return [{ key: String(number - 1), number: number - 1 }, entry];
    return [{ key: `gap-${number}`, number: null }, entry];
  });
}
