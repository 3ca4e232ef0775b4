import { z } from 'zod';
import { cleanText } from '@/lib/directory/parse-filter';
import { INVISIBLE } from '@/lib/text/invisible';

/** An empty field is an unknown fact. */
export const orNull = <Output>(schema: z.ZodType<Output, string>) =>
  z
    .string('Une seule valeur est attendue.')
    .trim()
    .optional()
    .transform((text) => text || null)
    .pipe(z.union([z.null(), schema]));

/** Words on one line, without signs that cannot be seen. */
export const said = (most: number) =>
  z
    .string()
    .transform(cleanText)
    .pipe(z.string().min(1).max(most, `Au plus ${most} caractères.`));

const WEB_ADDRESS = 'Une adresse complète est attendue, par exemple https://www.irev.fr/.';
export const webAddress = z
  .string()
  .max(500, 'Au plus 500 caractères.')
  .regex(/^https?:\/\/[^\s<>"]+$/i, WEB_ADDRESS)
  .refine((text) => URL.canParse(text) && !INVISIBLE.test(text), WEB_ADDRESS);
