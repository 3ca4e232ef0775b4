import { z } from 'zod';

/** Values of an address, each read on its own: a wrong one falls back, one given twice counts once. */
export const firstAsked = (value: unknown) => (Array.isArray(value) ? value[0] : value);

export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.preprocess(firstAsked, z.enum(values).nullable()).catch(null);

export const wordLike = (form: RegExp) => z.preprocess(firstAsked, z.string().regex(form).nullable()).catch(null);

export const searchAsked = z.preprocess(firstAsked, z.string().trim().max(100)).catch('');

export const pageAsked = z.preprocess(firstAsked, z.coerce.number().int().min(1).max(1_000_000)).catch(1);

export type AskedValues = Record<string, string | string[] | undefined>;
