import type { FormState } from '@/lib/form-state';
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

/** What a page gave its form to send back: its state, or nothing. The doorway for writes reads neither. */
function isState(value: unknown): boolean {
  if (value === null || value === '$undefined') return true;
  return (
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.keys(value).every((key) => Object.hasOwn(STATE_KEYS, key))
  );
}

/** The state between the signs around it: undefined where there is none, or none that is plain. */
const stateIn = (text: string | undefined, around: RegExp) => readPlainJson(around.exec(text ?? '')?.[1] ?? '');

/** A live page sends the arguments of its action, a state and a form, and beside them the fields of that form. */
function isLiveForm(fields: SentFields): boolean {
  const others = fields.filter(([name]) => !name.startsWith('_1_'));
  const [name, text] = others[0] ?? [];
  return others.length === 1 && name === '0' && isState(stateIn(text, /^\[([^]*),"\$K1"\]$/));
}

/** Without JavaScript the form names its action, once, and what it is bound to: the state. */
const NAMED: Readonly<Record<string, (value: string) => boolean>> = {
  $ACTION_REF_: (value) => value === '',
  '$ACTION_:0': (value) => /^\{"id":"[0-9a-f]{1,100}","bound":"\$@1"\}$/.test(value),
  '$ACTION_:1': (value) => isState(stateIn(value, /^\[([^]*)\]$/)),
  $ACTION_KEY: (value) => /^k\w{1,100}$/.test(value),
};

function isPlainForm(fields: SentFields): boolean {
  const named = fields.filter(([name]) => name.startsWith('$ACTION_'));
  const numbers = new Set(named.map(([name]) => /\d+/.exec(name)?.[0]).filter((number) => number !== undefined));
  const names = new Set(named.map(([name]) => name));
  return (
    numbers.size <= 1 &&
    names.size === named.length &&
    named.every(([name, value]) => NAMED[name.replace(/\d+(?=:|$)/, '')]?.(value) ?? false)
  );
}

/**
 * Whether a form is one that a page of this site sends: nothing else is handed to Next, which would make what any text
 * tells it to make, and as much of it.
 */
export const isPageForm = (fields: SentFields, isLive: boolean): boolean =>
  isLive ? isLiveForm(fields) : isPlainForm(fields);
