import type { Conflict } from '@/lib/domain/conflict';

export const KEY_FIELD = '_key';

/** Marks a form whose first sending ended without knowing whether it was written. */
export const DOUBT_FIELD = '_doubt';

/** Marks a form whose first sending ended without writing anything, its key perhaps not given back. */
export const OVER_FIELD = '_over';

/** Never sent back to a page, nor shown again. */
export const isSecret = (name: string): boolean => /password|^code$/i.test(name);

export type Suggestion = { value: string; label: string; href?: string };

export type ConflictWords = Pick<Conflict, 'version' | 'fields'> & { sentence: string };

export const CHOICE_PREFIX = 'choix-';

/** Plain data, so that it travels with or without JavaScript. */
export type FormState<Result = null> = {
  /** `amended`: nothing was written, and the form looked something up in the place of who fills it in. */
  status: 'fresh' | 'done' | 'refused' | 'amended';
  /** New for each sending that may write; the same one answers as the first did. */
  key: string;
  /** The database went away while the form was being written: its key stays, so that the next sending finds out. */
  isDoubtful?: true;
  message: string | null;
  errors: Readonly<Record<string, string>>;
  links?: readonly { words: string; href: string }[];
  values: Readonly<Record<string, readonly string[]>>;
  result: Result | null;
  conflict: ConflictWords | null;
  suggestions: Readonly<Record<string, readonly Suggestion[]>>;
};

/** Made on the server, so that a page without JavaScript holds a key too. */
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

export const typed = (state: FormState<unknown>, name: string, initially = ''): string =>
  state.values[name]?.[0] ?? initially;
