import { z } from 'zod';
import { readTypedDate } from '@/lib/french/typed-values';

/** The first call opened in 2019. */
const isOfTheCall = (date: string) => date >= '2019-01-01' && date <= '2100-12-31';

const DAY = 'Une date est attendue, par exemple 03/02/2020.';

export const day = z.iso.date(DAY);

export const dayOfTheCall = day.refine(isOfTheCall, 'Une date de 2019 ou après est attendue.');

const FREE = 'Une date comme 03/02/2020, 12/2021 ou 2021 est attendue.';

export const freeDate = z
  .string()
  .transform((text) => readTypedDate(text) ?? { date: '', precision: 'year' as const })
  .refine(({ date }) => isOfTheCall(date), FREE);
