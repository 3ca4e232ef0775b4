import { unstable_rethrow } from 'next/navigation';
import { saysUnread } from '@/lib/forms/form-refusals';
import { type FormState, isSecret } from '@/lib/forms/form-state';

const NO_ANSWER =
  'La réponse du site n’est pas arrivée\u00A0: votre saisie est conservée. Renvoyez-la, elle ne comptera qu’une fois. Si cela recommence, copiez vos textes avant de recharger la page.';

export type Action<Result> = (state: FormState<Result> | undefined, data: FormData) => Promise<FormState<Result>>;

type Called<Result> = (state: FormState<Result>, data: FormData) => Promise<FormState<Result>>;

/** It stays in the page, secrets excepted, which a form never keeps. */
function typedIn(data: FormData): FormState['values'] {
  const values: Record<string, string[]> = {};
  for (const name of new Set(data.keys())) {
    if (!isSecret(name)) values[name] = data.getAll(name).filter((value) => typeof value === 'string');
  }
  return values;
}

/** An answer that does not come is a refusal of the form, where Next would put an error in the place of the page. */
export const answeredAction =
  <Result>(action: Action<Result>): Called<Result> =>
  async (state, data) => {
    try {
      return await action(undefined, data);
    } catch (error) {
      // The way to another page leaves as an exception too.
      unstable_rethrow(error);
      const said = error instanceof Error ? error.message : '';
      const isUnread = saysUnread(said);
      const message = isUnread ? said : NO_ANSWER;
      return {
        ...state,
        status: 'refused',
        message,
        errors: {},
        // What was chosen in a conflict goes on as what was typed.
        conflict: null,
        values: typedIn(data),
        // Refused so, it was read by nobody; else only the next sending tells whether it was written.
        ...(!isUnread && { isDoubtful: true as const }),
      };
    }
  };
