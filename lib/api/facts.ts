import { z } from 'zod';
import type { Field, FieldKind } from '@/lib/fields/field';

const KINDS = {
  text: z.string(),
  page: z.url(),
  phone: z.string(),
  day: z.iso.date(),
  instant: z.iso.datetime({ offset: true }),
  euros: z.int(),
  count: z.int(),
  year: z.int(),
  decimal: z.number(),
  'yes-no': z.boolean(),
  choice: z.string(),
  list: z.array(z.unknown()),
} as const satisfies Readonly<Record<FieldKind, z.ZodType>>;

type ValueOf<One extends Field> = One extends { choices: infer Choices }
  ? keyof Choices
  : z.infer<(typeof KINDS)[One['kind']]>;

const shapeOf = ({ kind, choices }: Field): z.ZodType => (choices ? z.enum(Object.keys(choices)) : KINDS[kind]);

/** The shape of a field that is always known, described as its table does. */
export const known = <One extends Field>(field: One) =>
  shapeOf(field).describe(field.description) as z.ZodType<ValueOf<One>>;

/** The shape of a field that is null where it is not known. */
export const orNull = <One extends Field>(field: One) =>
  shapeOf(field).nullable().describe(field.description) as z.ZodType<ValueOf<One> | null>;

type Facts<Table extends Readonly<Record<Name, Field>>, Name extends string> = {
  [One in Name]: z.ZodType<ValueOf<Table[One]> | null>;
};

/** The shapes of some fields of a table, each null where it is not known. */
export const factsOf = <Name extends string, Table extends Readonly<Record<Name, Field>>>(
  table: Table,
  names: readonly Name[],
) => Object.fromEntries(names.map((name) => [name, orNull(table[name])])) as Facts<Table, Name>;
