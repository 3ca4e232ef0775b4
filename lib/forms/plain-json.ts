import { isOrder } from '@/lib/undocumented/posted-forms';

/** The state of a form is five deep; its values are what was typed and ticked. */
const MOST_DEPTH = 10;
const MOST_VALUES = 20_000;

/** Counts without making anything: a text of 900 kB may stand for millions of objects. */
function isModest(text: string): boolean {
  let depth = 0;
  let values = 1;
  let isInText = false;
  for (let at = 0; at < text.length && depth <= MOST_DEPTH && values <= MOST_VALUES; at += 1) {
    const sign = text[at];
    if (isInText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isInText = false;
    } else if (sign === '"') isInText = true;
    else if (sign === '[' || sign === '{') {
      depth += 1;
      values += 1;
    } else if (sign === ']' || sign === '}') depth -= 1;
    else if (sign === ',') values += 1;
  }
  return depth <= MOST_DEPTH && values <= MOST_VALUES;
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return !isOrder(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => key !== '__proto__' && isPlain(inner));
}

export function readPlainJson(text: string): unknown {
  if (!isModest(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isPlain(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
