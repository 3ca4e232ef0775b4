/** A date column as `2026-11-23`, and back; null stays null. */
export const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;
export const dateOf = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));
