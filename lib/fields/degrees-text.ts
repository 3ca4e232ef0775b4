/** Reading it back gives the very same number. */
export const degreesText = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));
