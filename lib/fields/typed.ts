import { z } from 'zod';

export const orNull = <Output>(schema: z.ZodType<Output, string>) =>
  z
    .string('Une seule valeur est attendue.')
    .trim()
    .optional()
    .transform((text) => text || null)
    .pipe(schema.nullable());

export const version = z.coerce.number().int().min(1).max(2_000_000_000);

export const ticked = z
  .literal('oui')
  .optional()
  .catch(undefined)
  .transform((said) => said === 'oui');

export const confirmed = (sentence = 'Cochez la case pour confirmer.') => z.literal('oui', sentence);
