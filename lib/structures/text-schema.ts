import { z } from 'zod';
import { INVISIBLE } from '@/lib/text/invisible';
import { LONGEST_ADDRESS, webAddress } from '@/lib/text/web-address';

/** The same, but for what makes paragraphs. */
const INVISIBLE_BUT_LINES = /[^\P{Cc}\n\t]|[\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/u;
const HAS_INVISIBLE = 'Ce texte contient un signe invisible : effacez-le et saisissez-le de nouveau.';

const atMost = (most: number) => `Au plus ${most.toLocaleString('fr-FR')} caractères.`;

/** One line that must be there. */
export const line = (most: number, missing: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(most, atMost(most))
    .refine((text) => !INVISIBLE.test(text), HAS_INVISIBLE);

/** One line, null when nothing is typed or the field was not sent. */
export const optionalLine = (most: number) =>
  z
    .string('Un texte est attendu.')
    .trim()
    .max(most, atMost(most))
    .refine((text) => !INVISIBLE.test(text), HAS_INVISIBLE)
    .optional()
    .transform((text) => text || null);

/** Plain text with paragraphs; line ends are those of the web, and no more than one empty line stands between two. */
export const paragraphs = (most: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.replaceAll(/\r\n?/g, '\n').replaceAll(/\n{3,}/g, '\n\n') : value),
    z
      .string('Un texte est attendu.')
      .trim()
      .max(most, atMost(most))
      .refine((text) => !INVISIBLE_BUT_LINES.test(text), HAS_INVISIBLE)
      .optional()
      .transform((text) => text || null),
  );

/** The address of a public page, null when nothing is typed or the field was not sent. */
export const optionalAddress = optionalLine(LONGEST_ADDRESS).pipe(webAddress.nullable());

/** Degrees as people type them, with a comma or a point; null when empty. */
export const degrees = (most: number) =>
  z
    .string('Un nombre est attendu.')
    .trim()
    .max(30, 'Un nombre est attendu, par exemple 50,6942.')
    .optional()
    .transform((text, ctx) => {
      if (!text) return null;
      const value = Number(text.replace(',', '.'));
      if (/^-?\d{1,3}([.,]\d{1,20})?$/.test(text) && Math.abs(value) <= most) return value;
      ctx.addIssue({ code: 'custom', message: `Un nombre de −${most} à ${most} est attendu, par exemple 50,6942.` });
      return z.NEVER;
    });
