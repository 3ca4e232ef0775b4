/** `2020-02-03`. */
export const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

export const toDate = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));
