export type ConflictField = {
  name: string;
  label: string;
  saved: string;
  typed: string;
  /** At first: typed where only this person changed the field, saved otherwise. */
  suggested: 'saved' | 'typed';
};

/** Between what was typed and the version that someone saved meanwhile. */
export type Conflict = {
  version: number;
  savedBy: string | null;
  savedAt: Date | null;
  fields: readonly ConflictField[];
};
