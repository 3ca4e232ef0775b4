/** The hidden field of the one-time key. */
export const KEY_FIELD = '_key';

/** The hidden field of a form whose first sending ended without knowing whether it was written. */
export const DOUBT_FIELD = '_doubt';

/** The hidden field of a form whose first sending ended without writing anything, its key perhaps not given back. */
export const OVER_FIELD = '_over';

/** Passwords and codes: never sent back to a page, nor shown again. */
export const isSecret = (name: string): boolean => /password|^code$/i.test(name);

/** Something to choose from, or to go and look at. */
export type Suggestion = { value: string; label: string; href?: string };

/** One field that differs between what is saved and what was typed, both in words. */
export type ConflictField = {
  name: string;
  label: string;
  saved: string;
  typed: string;
  /** Which one is chosen at first: typed where only this person changed the field, saved otherwise. */
  suggested: 'saved' | 'typed';
};

/** The record was saved by someone else while the form was open. */
export type Conflict = {
  /** The version now saved, over which the choice will be written. */
  version: number;
  /** « Une autre personne a enregistré la version 8 à 10 h 42. » */
  sentence: string;
  fields: ConflictField[];
};

/** Beginning of the names of the radios of a conflict; the value is `saved` or `typed`. */
export const CHOICE_PREFIX = 'choix-';

/** What a form knows of its last sending; plain data, so that it travels with or without JavaScript. */
export type FormState<Result = null> = {
  /** `amended`: nothing was written, and the form looked something up in the place of who fills it in. */
  status: 'fresh' | 'done' | 'refused' | 'amended';
  /** New for each sending that may write; the same one answers as the first did. */
  key: string;
  /** The database went away while the form was being written: its key stays, so that the next sending finds out. */
  isDoubtful?: true;
  /** One sentence about the whole form. */
  message: string | null;
  /** By name of field. */
  errors: Readonly<Record<string, string>>;
  /** Records that stand in the way of what was asked; or the one that was written, when its answer was lost. */
  links?: readonly { words: string; href: string }[];
  /** What was typed, secrets left out. */
  values: Readonly<Record<string, readonly string[]>>;
  /** What the accepted form gives to read: a link, codes. */
  result: Result | null;
  conflict: Conflict | null;
  /** By name of field. */
  suggestions: Readonly<Record<string, readonly Suggestion[]>>;
};

/** The state of a form never sent. Made on the server, so that a page without JavaScript holds a key too. */
export const freshForm = <Result = null>(values: FormState['values'] = {}): FormState<Result> => ({
  status: 'fresh',
  key: crypto.randomUUID(),
  message: null,
  errors: {},
  values,
  result: null,
  conflict: null,
  suggestions: {},
});

/** What was typed in a field, or what it held at first. */
export const typed = (state: FormState<unknown>, name: string, initially = ''): string =>
  state.values[name]?.[0] ?? initially;
