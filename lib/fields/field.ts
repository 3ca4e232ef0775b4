import { formatDate } from '@/lib/french/dates';
import { formatInstant } from '@/lib/french/instants';
import { formatEuros, formatInteger } from '@/lib/french/numbers';
import { degreesText } from './degrees-text';

/** In the store, days are `YYYY-MM-DD`, instants ISO, amounts whole euros, degrees WGS 84. */
export type FieldKind =
  | 'text'
  | 'page'
  | 'phone'
  | 'day'
  | 'instant'
  | 'euros'
  | 'count'
  | 'year'
  | 'decimal'
  | 'yes-no'
  | 'choice'
  | 'list';

export type Said = {
  kind: FieldKind;
  /** Its name within a sentence: « nom affiché ». */
  label: string;
  choices?: Readonly<Record<string, string>>;
  /** Of what has no words of its kind. `names`: régions and communes by their codes. */
  say?: (value: unknown, names: ReadonlyMap<string, string>) => string;
};

export type Field = Said & {
  /** The head of its column in a table, without accent or space. */
  heading: string;
  description: string;
  isPublic: boolean;
  /** What it stands or falls with; a field alone is a group of its own. */
  group?: string;
};

type More = Pick<Field, 'choices' | 'say' | 'group'>;

const row =
  <const Public extends boolean>(isPublic: Public) =>
  <const Kind extends FieldKind, const Other extends More = Record<never, never>>(
    kind: Kind,
    label: string,
    heading: string,
    description: string,
    more: Other = {} as Other,
  ) => ({ kind, label, heading, description, isPublic, ...more });

/** A row of a table of fields that the public may see. */
export const shown = row(true);
/** One for staff alone. */
export const hidden = row(false);

export type Fields<Name extends string> = Readonly<Record<Name, Field>>;

export const EMPTY = 'vide';
const NO_NAMES: ReadonlyMap<string, string> = new Map();

const SAID: Readonly<Record<FieldKind, (value: unknown) => string>> = {
  text: String,
  page: String,
  phone: String,
  day: (value) => formatDate(String(value)),
  instant: (value) => formatInstant(new Date(String(value))),
  euros: (value) => formatEuros(Number(value)),
  count: (value) => formatInteger(Number(value)),
  year: String,
  decimal: (value) => degreesText(Number(value)),
  'yes-no': (value) => (value ? 'oui' : 'non'),
  choice: String,
  list: (value) => JSON.stringify(value),
};

export function fieldWords({ kind, choices, say }: Said, value: unknown, names = NO_NAMES): string {
  if (value === null || value === undefined || value === '') return EMPTY;
  return say?.(value, names) ?? choices?.[String(value)] ?? SAID[kind](value);
}

/** Values are plain data: two of them are the same when they are written the same. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export const columnName = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const fieldNames = <Name extends string>(fields: Fields<Name>): Name[] => Object.keys(fields) as Name[];

export function groupsOf<Name extends string>(fields: Fields<Name>): ReadonlyMap<string, readonly Name[]> {
  const groups = new Map<string, Name[]>();
  for (const name of fieldNames(fields)) {
    const group = fields[name].group ?? name;
    groups.set(group, [...(groups.get(group) ?? []), name]);
  }
  return groups;
}
