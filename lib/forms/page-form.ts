import type { FormState } from './form-state';
import { readPlainJson } from './plain-json';
import type { SentFields } from './sent-form';

const STATE_KEYS: Readonly<Record<keyof FormState, true>> = {
  status: true,
  key: true,
  isDoubtful: true,
  message: true,
  errors: true,
  links: true,
  values: true,
  result: true,
  conflict: true,
  suggestions: true,
};

function isState(value: unknown): boolean {
  if (value === null || value === '$undefined') return true;
  return (
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.keys(value).every((key) => Object.hasOwn(STATE_KEYS, key))
  );
}

const stateIn = (text: string | undefined, around: RegExp) => readPlainJson(around.exec(text ?? '')?.[1] ?? '');

/** As Next names the actions of the site: any other text is an error to it. */
const NAME = '[0-9a-f]{1,100}';
const ACTION_NAME = new RegExp(`^${NAME}$`);

/** A live page sends the arguments of its action, a state and a form, and beside them the fields of that form. */
function isLiveForm(fields: SentFields): boolean {
  const others = fields.filter(([name]) => !name.startsWith('_1_'));
  const [name, text] = others[0] ?? [];
  return others.length === 1 && name === '0' && isState(stateIn(text, /^\[([^]*),"\$K1"\]$/));
}

const REFERENCE = new RegExp(String.raw`^\{"id":"(${NAME})","bound":"\$@1"\}$`);
const ACTION_KEY = /^k\w{1,100}$/;

/** Without JavaScript the form names its action, once, and what it is bound to: the state. */
function actionOfPlainForm(fields: SentFields): string | null {
  const named = fields.filter(([name]) => name.startsWith('$ACTION_'));
  const number = named.map(([name]) => /^\$ACTION_REF_(\d{1,4})$/.exec(name)?.[1]).find(Boolean);
  const given = new Map(named);
  const own = [`$ACTION_REF_${number}`, `$ACTION_${number}:0`, `$ACTION_${number}:1`, '$ACTION_KEY'];
  const [mark, reference = '', state, key = 'k0'] = own.map((name) => given.get(name));
  const isWhole =
    named.length === own.filter((name) => given.has(name)).length &&
    mark === '' &&
    isState(stateIn(state, /^\[([^]*)\]$/)) &&
    ACTION_KEY.test(key);
  return (isWhole && REFERENCE.exec(reference)?.[1]) || null;
}

/** Null for what no page of this site sends: Next would make whatever its text says, and as much of it. */
export function actionOfForm(fields: SentFields, liveAction: string | undefined): string | null {
  if (liveAction === undefined) return actionOfPlainForm(fields);
  return ACTION_NAME.test(liveAction) && isLiveForm(fields) ? liveAction : null;
}
