import { z } from 'zod';
import { cleanText } from '@/lib/directory/parse-filter';

/** An empty field is an unknown fact. */
export const orNull = <Output>(schema: z.ZodType<Output, string>) =>
  z
    .string('Une seule valeur est attendue.')
    .trim()
    .optional()
    .transform((text) => text || null)
    .pipe(schema.nullable());

/** Words on one line, without signs that cannot be seen. */
export const said = (most: number) =>
  z
    .string()
    .transform(cleanText)
    .pipe(z.string().min(1).max(most, `Au plus ${most} caractères.`));
