import { z } from 'zod';
import { orNull, said } from '@/lib/awards/field-schema';
import { CHOICE_PREFIX } from '@/lib/form-state';
import { formatDateWithPrecision } from '@/lib/french/dates';
import { readEuros, readTypedDate } from '@/lib/french/typed-values';
import { webAddress } from '@/lib/text/web-address';

const WEIGHT = { day: 3, month: 2, year: 1, period: 0 } as const;

const DAY = 'Une date est attendue, par exemple 03/02/2020.';
const day = z.iso.date(DAY).refine((text) => text >= '2019-01-01' && text <= '2100-12-31', DAY);

const whole = (most: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .pipe(z.number().max(most, message));

const COUNT = 'Un nombre entier est attendu.';
const count = orNull(whole(100_000, COUNT));

const EUROS = 'Un montant en euros, sans centimes, est attendu : par exemple 50 000.';
const euros = orNull(
  z
    .string()
    .transform((text) => readEuros(text) ?? -1)
    .pipe(z.number().min(1, EUROS).max(10_000_000, 'Au plus 10 000 000 €.')),
);

const ANNOUNCED = 'Une date comme 03/02/2020, 12/2021 ou 2021 est attendue.';
const announced = z
  .string()
  .transform((text) => readTypedDate(text) ?? { date: '', precision: 'year' as const })
  .refine(({ date }) => date >= '2019-01-01' && date <= '2100-12-31', ANNOUNCED);

const fields = z.object({
  rank: z
    .string('Donnez le rang.')
    .trim()
    .pipe(whole(1_000, 'Un rang entre 1 et 1 000 est attendu.'))
    .pipe(z.number().min(1, 'Un rang entre 1 et 1 000 est attendu.')),
  label: z.string('Donnez un nom.').trim().min(1, 'Donnez un nom.').pipe(said(120)),
  shortLabel: z.string('Donnez un nom court.').trim().min(1, 'Donnez un nom court.').pipe(said(40)),
  opensOn: orNull(day),
  closesOn: orNull(day),
  announcedOn: orNull(announced),
  announcedOnPrecision: z.enum(['day', 'month', 'year', 'period'], 'Choisissez la précision.'),
  announcedPeriod: orNull(said(120)),
  announcedCount: count,
  announcedFabriqueCount: count,
  announcedFabriqueNumeriqueCount: count,
  annualCeilingEuros: euros,
  durationYears: orNull(whole(10, 'Entre 1 et 10 ans.').pipe(z.number().min(1, 'Entre 1 et 10 ans.'))),
  minTotalEuros: euros,
  maxTotalEuros: euros,
  digitalBonusEuros: euros,
  flatRate: z
    .literal('oui')
    .optional()
    .transform((value) => value === 'oui'),
  sourceUrl: orNull(webAddress),
  note: orNull(said(1_000)),
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

/** What is less precise than the date holds back the rest of it. */
const cut = (date: string, precision: Fields['announcedOnPrecision']) =>
  precision === 'year' ? `${date.slice(0, 4)}-01-01` : precision === 'month' ? `${date.slice(0, 7)}-01` : date;

const check = (wave: Fields, ctx: z.RefinementCtx) => {
  for (const [field, message] of problemsOf(wave)) ctx.addIssue({ code: 'custom', path: [field], message });
};
const toWave = <Wave extends Fields>({ announcedOn, ...wave }: Wave) => ({
  ...wave,
  announcedOn: announcedOn && cut(announcedOn.date, wave.announcedOnPrecision),
});

const ID = 'Des minuscules sans accent, des chiffres et des traits d’union sont attendus : vague-11.';
const id = z
  .string(ID)
  .trim()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, ID)
  .max(60, 'Au plus 60 caractères.');
const waveId = z.string().min(1).max(60);
const version = z.coerce.number().int().min(1);

export const newWaveForm = fields.extend({ id }).superRefine(check).transform(toWave);
const FACTS = Object.keys(fields.shape) as (keyof Fields)[];

/** Where the saved value was chosen over the typed one; other keys are without effect. */
const keptOf = (sent: Record<string, unknown>) => FACTS.filter((name) => sent[CHOICE_PREFIX + name] === 'saved');

/** The id only says which wave: it is never written. */
export const waveForm = z.looseObject({}).transform((sent, ctx) => {
  const read = fields.extend({ waveId, version }).superRefine(check).transform(toWave).safeParse(sent);
  for (const { path, message } of read.error?.issues ?? []) ctx.addIssue({ code: 'custom', path: [...path], message });
  return read.success ? { ...read.data, keepSaved: keptOf(sent) } : z.NEVER;
});
export const waveRemovalForm = z.object({
  waveId,
  version,
  confirm: z.literal('oui', 'Cochez la case pour confirmer.'),
});
const entryId = z.string().regex(/^\d{1,18}$/);
export const waveRestoreForm = z.object({ waveId, version, entryId });
export const waveReopeningForm = z.object({ waveId, entryId });

export type WaveFacts = Omit<z.output<typeof newWaveForm>, 'id'>;
