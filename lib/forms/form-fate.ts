export type FormFate = 'saved' | 'unsaved' | 'unknown';

type Shared = typeof globalThis & { fabriquesFormFate?: (fate: FormFate) => void };

/** For the launcher: the page around the form may still fail. It shares a process with actions, and no module. */
export const tellFormFate = (fate: FormFate): void => (globalThis as Shared).fabriquesFormFate?.(fate);

export const onFormFate = (listener: (fate: FormFate) => void): void => {
  (globalThis as Shared).fabriquesFormFate = listener;
};
