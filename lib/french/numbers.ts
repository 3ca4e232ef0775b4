/** U+202F between thousands and U+00A0 before €, as Intl writes French. */
const integer = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });
const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });

export const formatInteger = (value: number): string => integer.format(value);

export const formatEuros = (amountEuros: number): string => euros.format(amountEuros);

/** Always so many decimals: « 0,45 ». */
export const formatDecimal = (value: number, decimals: number): string =>
  new Intl.NumberFormat('fr-FR', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);

/** « 12 km », « 1,5 km » below ten, « moins de 100 m » below a tenth. */
export function formatDistance(distanceKm: number): string {
  if (distanceKm < 0.1) return 'moins de 100\u00A0m';
  if (distanceKm < 9.95) return `${formatDecimal(distanceKm, 1).replace(/,0$/, '')}\u00A0km`;
  return `${formatInteger(Math.round(distanceKm))}\u00A0km`;
}
