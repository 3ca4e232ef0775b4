/** A number as people type it in French; reading it back gives the very same number. */
export const degreesText = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));
