import type { z } from 'zod';
import { isActionField } from '@/lib/undocumented/posted-forms';
import { DOUBT_FIELD, isSecret, KEY_FIELD, OVER_FIELD } from './form-state';

/** A text of more is not kept for the page: the answer would be as heavy as the attack. */
const LONGEST_KEPT = 20_000;

export type ReadForm = {
  key: string | null;
  /** Nobody knows whether a former sending of it was written. */
  isDoubtful: boolean;
  isFirstOver: boolean;
  /** One value as text, several as an array; files are dropped. */
  fields: Record<string, string | string[]>;
  kept: Record<string, string[]>;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Null when it is no form at all: anything can be sent to an action. */
export function readForm(data: unknown): ReadForm | null {
  if (!(data instanceof FormData)) return null;
  const fields: ReadForm['fields'] = Object.create(null);
  const kept: ReadForm['kept'] = {};
  let key: string | null = null;
  let isDoubtful = false;
  let isOver = false;
  for (const name of new Set(data.keys())) {
    const values = data.getAll(name).filter((value) => typeof value === 'string');
    const [first] = values;
    if (first === undefined || isActionField(name)) continue;
    if (name === KEY_FIELD) key = UUID.test(first) ? first.toLowerCase() : null;
    else if (name === DOUBT_FIELD) isDoubtful = true;
    else if (name === OVER_FIELD) isOver = true;
    else {
      fields[name] = values.length > 1 ? values : first;
      if (!isSecret(name) && name !== '__proto__') kept[name] = values.map((value) => value.slice(0, LONGEST_KEPT));
    }
  }
  return { key, isDoubtful, isFirstOver: isDoubtful || isOver, fields, kept };
}

export function errorsByField(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[String(path[0] ?? '')] ??= message;
  return errors;
}
