import { z } from 'zod';
import { LABELS } from '@/lib/domain/award-label';
import { confirmed, orNull, version } from '@/lib/fields/typed';
import { dayOfTheCall } from '@/lib/fields/typed-days';
import { euros, wholeNumber } from '@/lib/fields/typed-numbers';
import { optionalAddress, optionalLine, optionalWords } from '@/lib/fields/typed-text';
import { CHOICE_PREFIX } from '@/lib/forms/form-state';
import { LONGEST_ADDRESS } from '@/lib/text/web-address';
import { AWARD_PARTS } from './fields';
import { MOST_CARRIED } from './pick-filter';
import type { GivenInstalment } from './refusals';
import {
  countRows,
  fieldName,
  isBlank,
  MOST_ROWS,
  ROW_FIELDS,
  type RowField,
  rowName,
  type TypedRow,
} from './typed-rows';

const MOST_PICKED = 500;

const structureId = z.string().min(1).max(60);
const waveId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60);
const key = { structureId, waveId };
const label = z.enum(LABELS, 'Choisissez un label, ou « Non précisé ».');

export const additionForm = z.object({ ...key, label, sourceUrl: optionalAddress });

const manyForm = z.object({
  waveId,
  label,
  sourceUrl: optionalAddress,
  structureIds: z
    .union([z.string(), z.array(z.string())], 'Cochez au moins une structure.')
    .transform((value) => [...new Set([value].flat())])
    .pipe(
      z
        .array(structureId)
        .min(1, 'Cochez au moins une structure.')
        .max(MOST_PICKED, `Au plus ${MOST_PICKED} structures à la fois.`),
    ),
});

/** What is ticked and typed is carried on, whatever it is worth. */
const pickSearch = z.object({
  waveId,
  q: z.string().trim().max(100, 'Au plus 100 caractères.').default(''),
  label: z.enum(LABELS).catch('unknown'),
  sourceUrl: z.string().trim().max(LONGEST_ADDRESS, `Au plus ${LONGEST_ADDRESS} caractères.`).default(''),
  structureIds: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((value) => [...new Set([value].flat())])
    .pipe(
      z
        .array(structureId)
        .max(
          MOST_CARRIED,
          `Ajoutez d’abord celles-ci : au plus ${MOST_CARRIED} restent cochées d’une recherche à l’autre.`,
        ),
    ),
});

export const pickForm = z.looseObject({}).transform((sent, ctx) => {
  const search = sent.intention === 'chercher' ? pickSearch.safeParse(sent) : null;
  const add = search ? null : manyForm.safeParse(sent);
  for (const { path, message } of (search ?? add)?.error?.issues ?? []) {
    ctx.addIssue({ code: 'custom', path: [...path], message });
  }
  if (search?.data) return { kind: 'search' as const, ...search.data };
  return add?.data ? { kind: 'add' as const, ...add.data } : z.NEVER;
});

export const removalForm = z.object({
  ...key,
  version,
  confirm: confirmed(),
});
export const restoreForm = z.object({
  ...key,
  version: z
    .string()
    .regex(/^\d{0,6}$/)
    .transform((text) => (text === '' ? null : Number(text))),
  entryId: z.string().regex(/^\d{1,18}$/),
});

const row = z
  .object({
    id: orNull(z.uuid()),
    purpose: z.enum(['seed', 'digital_bonus'], 'Choisissez l’objet.'),
    yearOfAid: orNull(wholeNumber(1, 10, 'L’année de l’aide va de 1 à 10.')),
    calendarYear: orNull(wholeNumber(2019, 2100, 'Une année civile est attendue, par exemple 2021.')),
    amountEuros: euros,
    status: z.enum(['announced', 'planned', 'paid', 'cancelled'], 'Choisissez l’état.'),
    paidOn: orNull(dayOfTheCall),
    sourceUrl: optionalAddress,
  })
  .superRefine(({ purpose, yearOfAid, status, paidOn }, ctx) => {
    if (purpose === 'seed' && yearOfAid === null) {
      ctx.addIssue({
        code: 'custom',
        path: ['yearOfAid'],
        message: 'Dites de quelle année de l’aide il s’agit : 1, 2…',
      });
    }
    if (paidOn !== null && status !== 'paid') {
      ctx.addIssue({
        code: 'custom',
        path: ['paidOn'],
        message: 'Une date de versement ne va qu’avec l’état « versé ».',
      });
    }
  });

type Fields = Record<string, unknown>;

const rowOf = (fields: Fields, name: string): Partial<Record<RowField, unknown>> =>
  Object.fromEntries(ROW_FIELDS.map((field) => [field, fields[fieldName(name, field)]]));

function readRows(fields: Fields, ctx: z.RefinementCtx): GivenInstalment[] {
  const count = countRows(Object.keys(fields));
  if (count > MOST_ROWS) {
    ctx.addIssue({ code: 'custom', path: ['instalments'], message: `Au plus ${MOST_ROWS} versements.` });
    return [];
  }
  return Array.from({ length: count }, (_, at) => rowName(at)).flatMap((name): GivenInstalment[] => {
    const typed = rowOf(fields, name);
    const isText = Object.values(typed).every((value) => value === undefined || typeof value === 'string');
    if (isText && (isBlank(typed as TypedRow) || typed.remove)) return [];
    const read = row.safeParse(typed);
    if (read.success) return [{ ...read.data, row: name }];
    for (const { path, message } of read.error.issues) {
      ctx.addIssue({ code: 'custom', path: [`${name}-${String(path[0])}`], message });
    }
    return [];
  });
}

const facts = z.object({
  ...key,
  version,
  label,
  sourceUrl: optionalAddress,
  conventionOn: orNull(dayOfTheCall),
  conventionReference: optionalLine(100),
  conventionObject: optionalWords(500),
});

export const awardForm = z.looseObject({}).transform((fields, ctx) => {
  const given = facts.safeParse(fields);
  for (const { path, message } of given.error?.issues ?? []) ctx.addIssue({ code: 'custom', path: [...path], message });
  const instalments = readRows(fields, ctx);
  const keepSaved = AWARD_PARTS.filter((part) => fields[CHOICE_PREFIX + part] === 'saved');
  return given.success
    ? { ...given.data, instalments, isPlanning: fields.intention === 'prevoir', keepSaved }
    : z.NEVER;
});
