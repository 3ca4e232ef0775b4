import {
  isActionName,
  isFieldOfLiveForm,
  LIVE_ARGUMENTS,
  NOTHING,
  readActionFields,
  stateOfLiveForm,
} from '@/lib/undocumented/posted-forms';
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

function isState(text: string | undefined): boolean {
  const value = readPlainJson(text ?? '');
  if (value === null || value === NOTHING) return true;
  return (
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.keys(value).every((key) => Object.hasOwn(STATE_KEYS, key))
  );
}

function isLiveForm(fields: SentFields): boolean {
  const others = fields.filter(([name]) => !isFieldOfLiveForm(name));
  const [name, text = ''] = others[0] ?? [];
  return others.length === 1 && name === LIVE_ARGUMENTS && isState(stateOfLiveForm(text));
}

function actionOfPlainForm(fields: SentFields): string | null {
  const read = readActionFields(fields);
  return read && isState(read.state) ? read.action : null;
}

/** Null for what no page of this site sends: Next would make whatever its text says, and as much of it. */
export function actionOfForm(fields: SentFields, liveAction: string | undefined): string | null {
  if (liveAction === undefined) return actionOfPlainForm(fields);
  return isActionName(liveAction) && isLiveForm(fields) ? liveAction : null;
}
