/** To two decimals; null when the population is not known. */
export const ratePer100k = (structures: number, population: number | null): number | null =>
  population === null || population <= 0 ? null : Math.round((structures * 1e7) / population) / 100;
