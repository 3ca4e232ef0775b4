/** The hidden field of the one-time key. */
export const KEY_FIELD = '_key';

/** What a form knows of its last sending; plain data, so that it travels with or without JavaScript. */
export type FormState<Result = null> = {
  status: 'fresh' | 'done' | 'refused';
  /** New for each sending that may write; the same one answers as the first did. */
  key: string;
  /** One sentence about the whole form. */
  message: string | null;
  /** By name of field. */
  errors: Readonly<Record<string, string>>;
  /** Records that stand in the way of what was asked. */
  links?: readonly { words: string; href: string }[];
  /** What was typed, secrets left out. */
  values: Readonly<Record<string, readonly string[]>>;
  /** What the accepted form gives to read: a link, codes. */
  result: Result | null;
};

/** The state of a form never sent. Made on the server, so that a page without JavaScript holds a key too. */
export const freshForm = <Result = null>(values: FormState['values'] = {}): FormState<Result> => ({
  status: 'fresh',
  key: crypto.randomUUID(),
  message: null,
  errors: {},
  values,
  result: null,
});

/** What was typed in a field, or what it held at first. */
export const typed = (state: FormState<unknown>, name: string, initially = ''): string =>
  state.values[name]?.[0] ?? initially;
