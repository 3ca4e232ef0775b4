/** A day of the database as `2020-02-03`; null stays null. */
export const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

/** The way back, for a column of days. */
export const toDate = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));
