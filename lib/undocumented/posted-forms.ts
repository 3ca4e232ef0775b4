/** As Next names the actions of the site: any other text is an error to it. */
const NAME = '[0-9a-f]{1,100}';
const ACTION_NAME = new RegExp(`^${NAME}$`);
export const isActionName = (text: string): boolean => ACTION_NAME.test(text);

/** A live page sends the arguments of its action, a state and a form, and beside them the fields of that form. */
export const isFieldOfLiveForm = (name: string): boolean => name.startsWith('_1_');
export const LIVE_ARGUMENTS = '0';
export const stateOfLiveForm = (text: string): string | undefined => /^\[([^]*),"\$K1"\]$/.exec(text)?.[1];

/** How React writes what is not there. */
export const NOTHING = '$undefined';

/** A text that begins with « $ » is one, unless doubled; pages of this site give that of nothing alone. */
export const isOrder = (text: string): boolean => text.startsWith('$') && !text.startsWith('$$') && text !== NOTHING;

/** Of a form without JavaScript: written by React, never typed. */
export const isActionField = (name: string): boolean => name.startsWith('$ACTION');
export const isStateField = (name: string): boolean => /^\$ACTION_\d+:1$/.test(name);

const REFERENCE = new RegExp(String.raw`^\{"id":"(${NAME})","bound":"\$@1"\}$`);
const ACTION_KEY = /^k\w{1,100}$/;

/** It names its action, once, and what it is bound to: the state. Null when it is not whole, or says anything more. */
export function readActionFields(
  fields: readonly (readonly [name: string, value: string])[],
): { action: string; state: string } | null {
  const named = fields.filter(([name]) => isActionField(name));
  const number = named.map(([name]) => /^\$ACTION_REF_(\d{1,4})$/.exec(name)?.[1]).find(Boolean);
  const given = new Map(named);
  const own = [`$ACTION_REF_${number}`, `$ACTION_${number}:0`, `$ACTION_${number}:1`, '$ACTION_KEY'];
  const [mark, reference = '', bound = '', key = 'k0'] = own.map((name) => given.get(name));
  const isWhole = named.length === own.filter((name) => given.has(name)).length && mark === '' && ACTION_KEY.test(key);
  const [action, state] = [REFERENCE.exec(reference)?.[1], /^\[([^]*)\]$/.exec(bound)?.[1]];
  return isWhole && action !== undefined && state !== undefined ? { action, state } : null;
}
