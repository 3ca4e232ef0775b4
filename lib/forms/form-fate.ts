/** What became of a form that was sent; `unknown` until its next sending finds out. */
export type FormFate = 'saved' | 'unsaved' | 'unknown';

type Shared = typeof globalThis & { fabriquesFormFate?: (fate: FormFate) => void };

/** Called by an action, for the launcher: the page around the form may still fail. They share a process and no module. */
export const tellFormFate = (fate: FormFate): void => (globalThis as Shared).fabriquesFormFate?.(fate);

export const onFormFate = (listener: (fate: FormFate) => void): void => {
  (globalThis as Shared).fabriquesFormFate = listener;
};
