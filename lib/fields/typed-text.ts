import { z } from 'zod';
import { INVISIBLE } from '@/lib/text/invisible';
import { LONGEST_ADDRESS, webAddress } from '@/lib/text/web-address';

const INVISIBLE_BUT_LINES = /[^\P{Cc}\n\t]|[\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/u;
const HAS_INVISIBLE = 'Ce texte contient un signe invisible : effacez-le et saisissez-le de nouveau.';

const atMost = (most: number) => `Au plus ${most.toLocaleString('fr-FR')} caractères.`;

export const line = (most: number, missing: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(most, atMost(most))
    .refine((text) => !INVISIBLE.test(text), HAS_INVISIBLE);

export const optionalLine = (most: number) =>
  z
    .string('Un texte est attendu.')
    .trim()
    .max(most, atMost(most))
    .refine((text) => !INVISIBLE.test(text), HAS_INVISIBLE)
    .optional()
    .transform((text) => text || null);

export const optionalWords = (most: number) =>
  z.preprocess((value) => (typeof value === 'string' ? value.replaceAll(/\s+/g, ' ') : value), optionalLine(most));

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

export const optionalAddress = optionalLine(LONGEST_ADDRESS).pipe(webAddress.nullable());
