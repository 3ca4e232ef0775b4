import { z } from 'zod';
import { confirmed, orNull, ticked, version } from '@/lib/fields/typed';
import { dayOfTheCall, freeDate } from '@/lib/fields/typed-days';
import { euros, wholeNumber } from '@/lib/fields/typed-numbers';
import { line, optionalAddress, optionalLine, optionalWords } from '@/lib/fields/typed-text';
import { CHOICE_PREFIX } from '@/lib/forms/form-state';
import { formatDateWithPrecision } from '@/lib/french/dates';

const WEIGHT = { day: 3, month: 2, year: 1, period: 0 } as const;

const RANK = 'Un rang entre 1 et 1 000 est attendu.';
const count = orNull(wholeNumber(0, 100_000, 'Un nombre entier est attendu.'));

const fields = z.object({
  rank: wholeNumber(1, 1_000, RANK),
  label: line(120, 'Donnez un nom.'),
  shortLabel: line(40, 'Donnez un nom court.'),
  opensOn: orNull(dayOfTheCall),
  closesOn: orNull(dayOfTheCall),
  announcedOn: orNull(freeDate),
  announcedOnPrecision: z.enum(['day', 'month', 'year', 'period'], 'Choisissez la précision.'),
  announcedPeriod: optionalLine(120),
  announcedCount: count,
  announcedFabriqueCount: count,
  announcedFabriqueNumeriqueCount: count,
  annualCeilingEuros: orNull(euros),
  durationYears: orNull(wholeNumber(1, 10, 'Entre 1 et 10 ans.')),
  minTotalEuros: orNull(euros),
  maxTotalEuros: orNull(euros),
  digitalBonusEuros: orNull(euros),
  flatRate: ticked,
  sourceUrl: optionalAddress,
  note: optionalWords(1_000),
});

type Fields = z.output<typeof fields>;
type Problem = [field: keyof Fields, message: string];

const isAbove = (a: number | null, b: number | null) => a !== null && b !== null && a > b;

function problemsOf(wave: Fields): Problem[] {
  const problems: Problem[] = [];
  const { opensOn, closesOn, announcedOn, announcedOnPrecision: precision } = wave;
  if (opensOn && closesOn && opensOn > closesOn) problems.push(['closesOn', 'La clôture vient après l’ouverture.']);
  if (precision === 'period' && !wave.announcedPeriod) {
    problems.push(['announcedPeriod', 'Dites la période en mots, par exemple « au printemps 2020 ».']);
  }
  if (announcedOn?.date && WEIGHT[announcedOn.precision] < WEIGHT[precision]) {
    const known = formatDateWithPrecision(announcedOn);
    problems.push(['announcedOn', `«\u00A0${known}\u00A0» en dit moins que la précision choisie.`]);
  }
  if (!announcedOn && (precision === 'month' || precision === 'year')) {
    problems.push(['announcedOn', 'Donnez la date à cette précision, ou choisissez « jour » et laissez-la vide.']);
  }
  const split = (wave.announcedFabriqueCount ?? 0) + (wave.announcedFabriqueNumeriqueCount ?? 0);
  if (isAbove(split, wave.announcedCount)) {
    problems.push(['announcedCount', `Le nombre annoncé est plus petit que sa répartition, qui compte ${split}.`]);
  }
  if (isAbove(wave.minTotalEuros, wave.maxTotalEuros)) {
    problems.push(['maxTotalEuros', 'Le total le plus grand est plus petit que le plus petit.']);
  }
  if (wave.flatRate && wave.annualCeilingEuros === null) {
    problems.push(['annualCeilingEuros', 'Une somme forfaitaire demande son montant par an.']);
  }
  if (wave.flatRate && wave.durationYears === null) {
    problems.push(['durationYears', 'Une somme forfaitaire demande sa durée.']);
  }
  return problems;
}

const noFinerThan = (date: string, precision: Fields['announcedOnPrecision']) =>
  precision === 'year' ? `${date.slice(0, 4)}-01-01` : precision === 'month' ? `${date.slice(0, 7)}-01` : date;

const check = (wave: Fields, ctx: z.RefinementCtx) => {
  for (const [field, message] of problemsOf(wave)) ctx.addIssue({ code: 'custom', path: [field], message });
};
const toWave = <Wave extends Fields>({ announcedOn, ...wave }: Wave) => ({
  ...wave,
  announcedOn: announcedOn && noFinerThan(announcedOn.date, wave.announcedOnPrecision),
});

const ID = 'Des minuscules sans accent, des chiffres et des traits d’union sont attendus : vague-11.';
const id = z
  .string(ID)
  .trim()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, ID)
  .max(60, 'Au plus 60 caractères.');
const waveId = z.string().min(1).max(60);

export const newWaveForm = fields.extend({ id }).superRefine(check).transform(toWave);
const FACTS = Object.keys(fields.shape) as (keyof Fields)[];

const keptOf = (sent: Record<string, unknown>) => FACTS.filter((name) => sent[CHOICE_PREFIX + name] === 'saved');

export const waveForm = z.looseObject({}).transform((sent, ctx) => {
  const read = fields.extend({ waveId, version }).superRefine(check).transform(toWave).safeParse(sent);
  for (const { path, message } of read.error?.issues ?? []) ctx.addIssue({ code: 'custom', path: [...path], message });
  return read.success ? { ...read.data, keepSaved: keptOf(sent) } : z.NEVER;
});
export const waveRemovalForm = z.object({
  waveId,
  version,
  confirm: confirmed(),
});
const entryId = z.string().regex(/^\d{1,18}$/);
export const waveRestoreForm = z.object({ waveId, version, entryId });
export const waveReopeningForm = z.object({ waveId, entryId });

export type WaveFacts = Omit<z.output<typeof newWaveForm>, 'id'>;
