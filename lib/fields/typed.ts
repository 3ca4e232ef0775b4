import { z } from 'zod';

/** A field that may be left empty, which is an unknown fact: null. */
export const orNull = <Output>(schema: z.ZodType<Output, string>) =>
  z
    .string('Une seule valeur est attendue.')
    .trim()
    .optional()
    .transform((text) => text || null)
    .pipe(schema.nullable());

/** The version of a record that its page showed. */
export const version = z.coerce.number().int().min(1).max(2_000_000_000);

/** A box that says yes when it is ticked, and is not sent otherwise. */
export const ticked = z
  .literal('oui')
  .optional()
  .catch(undefined)
  .transform((said) => said === 'oui');

/** A box to be ticked before anything is done. */
export const confirmed = (sentence = 'Cochez la case pour confirmer.') => z.literal('oui', sentence);
