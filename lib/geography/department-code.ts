/** The code people mean: « 2a » is 2A, « 1 » is 01. */
export const officialCode = (written: string): string => written.toUpperCase().padStart(2, '0');
