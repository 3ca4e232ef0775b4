/** U+202F between thousands and U+00A0 before €, as Intl writes French. */
const integer = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });
const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });

/** A count: « 1 250 ». */
export const formatInteger = (value: number): string => integer.format(value);

/** Whole euros: « 150 000 € ». */
export const formatEuros = (amountEuros: number): string => euros.format(amountEuros);

/** A number with so many decimals, always written: « 0,45 ». */
export const formatDecimal = (value: number, decimals: number): string =>
  new Intl.NumberFormat('fr-FR', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);

/** A distance in kilometres: « 12 km », « 1,5 km » below ten, « moins de 100 m » below a tenth. */
export function formatDistance(distanceKm: number): string {
  if (distanceKm < 0.1) return 'moins de 100\u00A0m';
  if (distanceKm < 9.95) return `${formatDecimal(distanceKm, 1).replace(/,0$/, '')}\u00A0km`;
  return `${formatInteger(Math.round(distanceKm))}\u00A0km`;
}
