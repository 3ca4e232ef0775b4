import { z } from 'zod';
import { readEuros } from '@/lib/french/typed-values';

const typed = (expected: string) => z.string(expected).trim();

export const degrees = (most: number) =>
  typed('Un nombre est attendu.')
    .max(30, 'Un nombre est attendu, par exemple 50,6942.')
    .optional()
    .transform((text, ctx) => {
      if (!text) return null;
      const value = Number(text.replace(',', '.'));
      if (/^-?\d{1,3}([.,]\d{1,20})?$/.test(text) && Math.abs(value) <= most) return value;
      ctx.addIssue({ code: 'custom', message: `Un nombre de −${most} à ${most} est attendu, par exemple 50,6942.` });
      return z.NEVER;
    });

export const wholeNumber = (least: number, most: number, expected: string) =>
  typed(expected)
    .regex(/^\d{1,6}$/, expected)
    .transform(Number)
    .pipe(z.number().min(least, expected).max(most, expected));

const MOST_EUROS = 10_000_000;
const EUROS = 'Un montant en euros, sans centimes, est attendu\u00A0: par exemple 50 000.';

export const euros = typed(EUROS)
  .transform((text) => readEuros(text) ?? 0)
  .pipe(
    z
      .number()
      .min(1, EUROS)
      .max(MOST_EUROS, `Au plus ${MOST_EUROS.toLocaleString('fr-FR')} €.`),
  );
